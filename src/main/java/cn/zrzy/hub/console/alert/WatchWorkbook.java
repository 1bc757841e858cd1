package cn.zrzy.hub.console.alert;

import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Masking;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** 夜班日报 as a workbook, in Chinese, one sheet a subject; every cell is text, so nothing typed anywhere becomes a formula. */
@Component
class WatchWorkbook {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final MessageSource messages;

    WatchWorkbook(MessageSource messages) {
        this.messages = messages;
    }

    byte[] of(WatchReport.Pages report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "hub", "1.0")) {
            sheet(
                    book,
                    "班次",
                    List.of("值班人", "接班", "交班", "交班说明", "须处理而无人认领"),
                    List.of(report.watch()),
                    watch -> List.of(
                            watch.person(),
                            moment(watch.beganAt()),
                            moment(watch.endedAt()),
                            watch.note(),
                            String.valueOf(watch.unowned())));
            sheet(
                    book,
                    "交班清单",
                    List.of("号", "轻重", "问题", "开始", "谁在办", "说明"),
                    report.open(),
                    item -> List.of(
                            String.valueOf(item.alert()),
                            item.urgent() ? "须处理" : "可稍后",
                            item.sentence(),
                            moment(item.since()),
                            item.owner(),
                            item.note()));
            sheet(
                    book,
                    "本班消除",
                    List.of("号", "问题", "开始", "消除", "谁办的"),
                    report.ended(),
                    alert -> List.of(
                            String.valueOf(alert.no()),
                            alert.sentence(),
                            moment(alert.since()),
                            moment(alert.endedAt()),
                            alert.owner()));
            sheet(
                    book,
                    "任务",
                    List.of("任务", "状态", "开始", "结束", "结果"),
                    report.runs(),
                    run -> List.of(
                            run.label(),
                            say("run." + run.state()),
                            moment(run.startedAt()),
                            moment(run.endedAt()),
                            run.message()));
            sheet(
                    book,
                    "处置",
                    List.of("时间", "谁", "处置", "对象", "理由"),
                    report.acts(),
                    entry -> List.of(
                            moment(entry.at()),
                            entry.event().actor(),
                            say(entry.event().action()),
                            entry.event().objectKey(),
                            entry.event().reason()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static <T> void sheet(
            Workbook book, String name, List<String> heads, List<T> rows, Function<T, List<String>> cells) {
        Worksheet sheet = book.newWorksheet(name);
        for (int column = 0; column < heads.size(); column++) {
            sheet.value(0, column, heads.get(column));
            sheet.style(0, column).bold().set();
        }
        for (int row = 0; row < rows.size(); row++) {
            List<String> texts = cells.apply(rows.get(row));
            for (int column = 0; column < texts.size(); column++) {
                sheet.value(row + 1, column, Masking.text(texts.get(column)));
            }
        }
    }

    private static String moment(OffsetDateTime moment) {
        return moment == null ? "" : moment(moment.toInstant());
    }

    private static String moment(Instant moment) {
        return moment.atZone(Beijing.ZONE).format(MOMENT);
    }

    private String say(String key) {
        return messages.getMessage(key, null, key, Locale.SIMPLIFIED_CHINESE);
    }
}
