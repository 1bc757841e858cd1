package cn.zrzy.hub.console;

import cn.zrzy.hub.duty.DutyLedger;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Cause;
import cn.zrzy.hub.kernel.Causes;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * 待处理 as alerting is told it: the same rows as on the duty desk, in sentences of their own, {@code alert.…} of the bundle,
 * which leave out whatever a partner, a file or a person wrote.
 */
@Component
class DeskCauses implements Causes {

    private final OpenProblems problems;
    private final DutyLedger duty;
    private final MessageSource messages;

    DeskCauses(OpenProblems problems, DutyLedger duty, MessageSource messages) {
        this.problems = problems;
        this.duty = duty;
        this.messages = messages;
    }

    @Override
    public List<Cause> standing() {
        Locale before = LocaleContextHolder.getLocale();
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        try {
            return problems.open(duty.stopped()).stream().map(this::told).toList();
        } finally {
            LocaleContextHolder.setLocale(before);
        }
    }

    private Cause told(Problem problem) {
        String sentence = messages.getMessage(
                "alert." + problem.text(),
                problem.words().toArray(),
                messages.getMessage("alert.other", null, Locale.SIMPLIFIED_CHINESE),
                Locale.SIMPLIFIED_CHINESE);
        return new Cause(
                problem.cause(),
                problem.testId(),
                sentence,
                problem.since() instanceof OffsetDateTime since
                        ? since.atZoneSameInstant(Beijing.ZONE).toOffsetDateTime()
                        : null,
                problem.href(),
                problem.canWait());
    }
}
