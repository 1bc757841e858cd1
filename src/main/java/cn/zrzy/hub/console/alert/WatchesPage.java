package cn.zrzy.hub.console.alert;

import cn.zrzy.hub.alert.watch.Watches;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 交接班: who has the desk, and the report of each watch, on paper and as a workbook. */
@Controller
class WatchesPage {

    private static final int LISTED = 60;
    private static final MediaType WORKBOOK =
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Watches watches;
    private final WatchReport report;
    private final WatchWorkbook workbook;

    WatchesPage(Watches watches, WatchReport report, WatchWorkbook workbook) {
        this.watches = watches;
        this.report = report;
        this.workbook = workbook;
    }

    @GetMapping("/watches")
    String list(Model model) {
        model.addAttribute("current", watches.current().orElse(null));
        model.addAttribute("watches", List.copyOf(watches.list(LISTED)));
        return "console/watches";
    }

    @GetMapping("/watches/{no}")
    String one(@PathVariable long no, Model model) {
        model.addAttribute("report", report.of(no));
        return "console/watch";
    }

    @GetMapping("/watches/{no}/report.xlsx")
    ResponseEntity<byte[]> excel(@PathVariable long no) {
        String name = ContentDisposition.attachment()
                .filename("watch-" + no + ".xlsx")
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(WORKBOOK)
                .header(HttpHeaders.CONTENT_DISPOSITION, name)
                .body(workbook.of(report.of(no)));
    }
}
