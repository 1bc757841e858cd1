package cn.zrzy.hub.inspection;

import cn.zrzy.hub.kernel.PersonName;
import cn.zrzy.hub.kernel.Rejected;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** What an entry must hold before anything is looked up for it (录入规则). */
@Component
class FindingRules {

    /** How far the office's clock may run before ours. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(10);

    private final Clock clock;

    FindingRules(Clock clock) {
        this.clock = clock;
    }

    /** @throws Rejected E-FINDING-… naming the field */
    void check(FindingDraft draft, Task task) {
        checkResult(draft);
        checkVisit(draft, task);
        checkPeople(draft, task);
        checkCrime(draft.crime());
    }

    private static void checkResult(FindingDraft draft) {
        Rejected.unless(
                draft.resultCodes() != null && !draft.resultCodes().isEmpty(),
                "E-FINDING-CODE",
                "至少选一个检查结果",
                "resultCodes");
        for (String code : draft.resultCodes()) {
            Rejected.unless(
                    ResultCode.of(code).isPresent(), "E-FINDING-CODE", "检查结果代码 " + code + " 不存在", "resultCodes");
        }
        boolean nothingFound = draft.resultCodes().contains("R01");
        Rejected.unless(
                !nothingFound || draft.resultCodes().size() == 1, "E-FINDING-CODE", "“未发现问题”不能与其他结果并选", "resultCodes");
        Rejected.unless(nothingFound || notBlank(draft.facts()), "E-FINDING-FACTS", "发现问题的须写明事实", "facts");
    }

    private static void checkVisit(FindingDraft draft, Task task) {
        Rejected.unless(
                task.itemCodes().contains(draft.itemCode()),
                "E-FINDING-ITEM",
                "事项 " + draft.itemCode() + " 不属于本任务",
                "itemCode");
        Rejected.unless(draft.checkDate() != null, "E-FINDING-DATE", "须写明检查日期", "checkDate");
        Rejected.unless(
                !draft.checkDate().isBefore(task.windowFrom())
                        && !draft.checkDate().isAfter(task.windowTo()),
                "E-FINDING-DATE",
                "检查日期须在实施期 " + task.windowFrom() + " 至 " + task.windowTo() + " 内",
                "checkDate");
    }

    private static void checkPeople(FindingDraft draft, Task task) {
        List<String> team = task.inspectors().stream().map(Task.Checker::certNo).toList();
        Rejected.unless(
                draft.checkers() != null && draft.checkers().stream().distinct().count() >= 2,
                "E-FINDING-TWO",
                "实施检查的执法人员不得少于两人（行政处罚法第四十二条）",
                "checkers");
        Rejected.unless(team.containsAll(draft.checkers()), "E-FINDING-TEAM", "检查人员须为本任务随机匹配的人员", "checkers");
        String recorder = PersonName.of(draft.recorder(), "recorder");
        String reviewer = PersonName.of(draft.reviewer(), "reviewer");
        Rejected.unless(!recorder.isEmpty() && !reviewer.isEmpty(), "E-FINDING-REVIEW", "须写明录入人和审核人", "reviewer");
        Rejected.unless(!recorder.equals(reviewer), "E-FINDING-REVIEW", "录入人不得审核自己录入的结果", "reviewer");
    }

    private void checkCrime(Finding.Crime crime) {
        if (crime == null) {
            return;
        }
        Rejected.unless(
                notBlank(crime.charge()) && notBlank(crime.approvedBy()) && crime.approvedAt() != null,
                "E-FINDING-CRIME",
                "移送涉嫌犯罪案件须写明罪名、批准人和批准时间（国务院令310号第五条）",
                "crime");
        // The 24 hours run from there; a clock that has not begun yet would be told as time left.
        Rejected.unless(
                !crime.approvedAt().isAfter(OffsetDateTime.now(clock).plus(CLOCKS_APART)),
                "E-FINDING-CRIME",
                "批准时间不能晚于现在",
                "crime.approvedAt");
    }

    private static boolean notBlank(String text) {
        return text != null && !text.isBlank();
    }
}
