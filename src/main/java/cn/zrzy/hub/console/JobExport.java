package cn.zrzy.hub.console;

import cn.zrzy.hub.act.bulk.JobDesk;
import cn.zrzy.hub.act.bulk.JobItems;
import cn.zrzy.hub.kernel.Masking;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 逐件结果 as a table that a spreadsheet opens, however many there are: a page at a time goes out and is forgotten. */
@Controller
class JobExport {

    private static final int PAGE = 1_000;

    private final JobDesk desk;
    private final Words words;
    private final Times times;

    JobExport(JobDesk desk, Words words, Times times) {
        this.desk = desk;
        this.words = words;
        this.times = times;
    }

    @GetMapping("/messages/jobs/{no}/items.csv")
    void items(@PathVariable long no, HttpServletResponse response) throws IOException {
        long known = desk.job(no).no();
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"job-" + known + ".csv\"");
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        // By this mark a spreadsheet knows UTF-8.
        out.write('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord("流水号", "状态", "开始", "有结果", "代码", "结果");
            long after = 0;
            for (List<JobItems.Item> page = desk.items(known, after, PAGE);
                    !page.isEmpty();
                    page = desk.items(known, after, PAGE)) {
                page.forEach(item -> write(csv, item));
                after = page.get(page.size() - 1).seq();
            }
        }
    }

    private void write(CsvWriter csv, JobItems.Item item) {
        csv.writeRecord(
                item.dispatch(),
                words.item(item.state()),
                times.full(item.pressedAt()),
                times.full(item.judgedAt()),
                safe(item.code()),
                safe(Masking.text(item.result())));
    }

    /** A partner's words are no formula, whatever they begin with (OWASP, CSV injection). */
    static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
