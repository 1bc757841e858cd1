package cn.zrzy.hub.site;

import cn.zrzy.hub.kernel.Rejected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** 暂不能看: a page that says why, and when to come back, instead of what cannot be shown. */
@RestControllerAdvice(basePackageClasses = WithheldPages.class)
class WithheldPages {

    private static final Logger LOG = LoggerFactory.getLogger(WithheldPages.class);

    private final Pages pages;

    WithheldPages(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler(Turn.Busy.class)
    ResponseEntity<byte[]> busy(
            @RequestParam(required = false) String lang, @RequestParam(required = false) String size) {
        return pages.busy(Reader.of(lang, size, "/pub"));
    }

    /** The evidence of this draw is not believed; the duty page tells the bureau why. */
    @ExceptionHandler(Rejected.class)
    ResponseEntity<byte[]> distrusted(
            Rejected refusal,
            @RequestParam(required = false) String lang,
            @RequestParam(required = false) String size) {
        LOG.error("{} {} {}", refusal.code(), refusal.getMessage(), refusal.place());
        return pages.distrusted(Reader.of(lang, size, "/pub"));
    }
}
