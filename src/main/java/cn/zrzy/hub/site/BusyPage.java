package cn.zrzy.hub.site;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** 系统忙: says so and when to come back, instead of letting everybody wait. */
@RestControllerAdvice(basePackageClasses = BusyPage.class)
class BusyPage {

    private final Pages pages;

    BusyPage(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler(Turn.Busy.class)
    ResponseEntity<byte[]> busy(
            @RequestParam(required = false) String lang, @RequestParam(required = false) String size) {
        return pages.busy(Reader.of(lang, size, "/pub"));
    }
}
