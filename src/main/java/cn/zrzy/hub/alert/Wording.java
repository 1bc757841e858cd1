package cn.zrzy.hub.alert;

import cn.zrzy.hub.kernel.Beijing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** 告警用语: letters become one message, as long as a channel takes; each with our number and its link. */
@Component
class Wording {

    /** Room for the line that says how many are left out. */
    private static final int LAST_LINE = 200;

    private final String console;
    private final String drill;

    Wording(AlertTerms terms, @Value("${hub.environment:PRODUCTION}") String environment) {
        this.console = terms.console().replaceAll("/+$", "");
        this.drill = "PRODUCTION".equals(environment) ? "" : "（演练）";
    }

    /** @param room bytes of UTF-8 that the channel takes */
    Bulletin of(List<Letter> letters, int room) {
        String subject = subject(letters);
        StringBuilder text = new StringBuilder(subject);
        int used = bytes(subject);
        int told = 0;
        for (Letter letter : letters) {
            String next = "\n" + line(letter);
            if (told > 0 && used + bytes(next) > room - LAST_LINE) {
                break;
            }
            text.append(next);
            used += bytes(next);
            told++;
        }
        if (told < letters.size()) {
            text.append("\n另有 ")
                    .append(letters.size() - told)
                    .append(" 条，见 ")
                    .append(console)
                    .append("/alerts");
        }
        Letter first = letters.get(0);
        Letter last = letters.get(letters.size() - 1);
        return new Bulletin("alert-letter-" + first.no() + "-" + last.no(), subject, text.toString(), letters);
    }

    private String subject(List<Letter> letters) {
        Letter first = letters.get(0);
        if (first.what() == Letter.What.TEST) {
            return "【枢纽告警" + drill + "】测试 " + first.no() + "：收到即通";
        }
        return letters.size() == 1
                ? "【枢纽告警" + drill + "】" + first.alert() + " 号　" + first.what().word()
                : "【枢纽告警" + drill + "】" + letters.size() + " 条";
    }

    private String line(Letter letter) {
        if (letter.what() == Letter.What.TEST) {
            return console + "/alerts";
        }
        return letter.alert() + " 号　" + letter.what().word() + "：" + letter.sentence() + "（自 "
                + Beijing.shortly(letter.since()) + "）\n" + console + letter.href();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
