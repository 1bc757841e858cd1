package cn.zrzy.hub.inspection;

import cn.zrzy.hub.kernel.CreditCode;
import cn.zrzy.hub.kernel.PersonName;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.RandomCode;
import cn.zrzy.hub.kernel.Rejected;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes and checks what inspectors found (结果录入). */
@Service("findingBook")
class FindingBook {

    /** Enough for the few findings of one task, and short enough to be read out. */
    private static final int NUMBER_SIGNS = 5;

    private final Tasks tasks;
    private final Findings findings;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    FindingBook(Tasks tasks, Findings findings, ApplicationEventPublisher facts, Clock clock) {
        this.tasks = tasks;
        this.findings = findings;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * @return finding number and version
     * @throws Rejected E-FINDING-… naming the field; nothing is stored then
     */
    @Transactional
    Map<String, Object> record(FindingDraft draft, String requestNo) {
        Optional<Finding> before = findings.ofRequest(requestNo);
        if (before.isPresent()) {
            return Map.of(
                    "findingNo",
                    before.get().findingNo(),
                    "version",
                    before.get().version(),
                    "already",
                    true);
        }
        Rejected.unless(draft.taskNo() != null, "E-FINDING-TASK", "须写明检查任务编号", "taskNo");
        Task task = tasks.hold(draft.taskNo())
                .orElseThrow(() ->
                        new Rejected("E-FINDING-TASK", "没有编号为 " + draft.taskNo() + " 的检查任务", Place.field("taskNo")));
        Rejected.unless(
                task.state() != Task.State.CANCELLED,
                "E-FINDING-CANCELLED",
                "任务 " + task.taskNo() + " 已撤销（" + task.note() + "），不能录入结果",
                "taskNo");
        check(draft, task);
        int version = 1;
        String findingNo = draft.findingNo();
        if (findingNo == null) {
            findingNo = "%s-F%d-%s"
                    .formatted(task.taskNo(), findings.count(task.taskNo()) + 1, RandomCode.draw(NUMBER_SIGNS));
        } else {
            String known = findingNo;
            Finding newest = findings.newest(known)
                    .orElseThrow(() ->
                            new Rejected("E-FINDING-UNKNOWN", "没有编号为 " + known + " 的结果可以更正", Place.field("findingNo")));
            Rejected.unless(newest.taskNo().equals(task.taskNo()), "E-FINDING-TASK", "更正不得改换检查任务", "taskNo");
            version = newest.version() + 1;
        }
        Finding finding = finding(draft, task, findingNo, version);
        findings.add(finding, requestNo);
        tasks.reported(task.taskNo());
        facts.publishEvent(FindingRecorded.of(finding));
        return Map.of("findingNo", findingNo, "version", version);
    }

    private void check(FindingDraft draft, Task task) {
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
        Rejected.unless(nothingFound || notBlank(draft.facts()), "E-FINDING-FACTS", "发现问题的须写明事实", "facts");
        if (draft.penalty() != null) {
            checkPenalty(draft.penalty());
        }
        if (draft.crime() != null) {
            Rejected.unless(
                    notBlank(draft.crime().charge())
                            && notBlank(draft.crime().approvedBy())
                            && draft.crime().approvedAt() != null,
                    "E-FINDING-CRIME",
                    "移送涉嫌犯罪案件须写明罪名、批准人和批准时间（国务院令310号第五条）",
                    "crime");
        }
    }

    private static void checkPenalty(Finding.Penalty penalty) {
        Rejected.unless(notBlank(penalty.documentNo()), "E-FINDING-PENALTY", "处罚决定书文号不能为空", "penalty.documentNo");
        Rejected.unless(penalty.decidedOn() != null, "E-FINDING-PENALTY", "处罚决定日期不能为空", "penalty.decidedOn");
        requireAmount(penalty.fine(), "penalty.fine");
        requireAmount(penalty.confiscated(), "penalty.confiscated");
        if (!"自然人".equals(penalty.party())) {
            Rejected.unless(CreditCode.valid(penalty.creditCode()), "E-USCC", "行政相对人统一社会信用代码不正确", "penalty.creditCode");
        }
    }

    /** In 万元, so six decimals are a cent of a cent; 1e99999 would be written out in full at a partner's. */
    private static void requireAmount(BigDecimal amount, String field) {
        Rejected.unless(
                amount == null
                        || amount.signum() >= 0 && amount.scale() <= 6 && amount.precision() - amount.scale() <= 12,
                "E-FINDING-PENALTY",
                "金额以万元计，不为负，最多六位小数",
                field);
    }

    private Finding finding(FindingDraft draft, Task task, String findingNo, int version) {
        return new Finding(
                findingNo,
                version,
                task.taskNo(),
                task.drawNo(),
                task.planNo(),
                task.schemeNo(),
                task.objectId(),
                task.objectName(),
                draft.itemCode(),
                List.copyOf(draft.resultCodes()),
                orEmpty(draft.facts()),
                orEmpty(draft.suspectedClause()),
                orEmpty(draft.measures()),
                draft.checkDate(),
                task.inspectors().stream()
                        .filter(checker -> draft.checkers().contains(checker.certNo()))
                        .toList(),
                draft.method() == null ? "实地检查" : draft.method(),
                draft.evidence() == null ? List.of() : List.copyOf(draft.evidence()),
                PersonName.of(draft.recorder(), "recorder"),
                PersonName.of(draft.reviewer(), "reviewer"),
                OffsetDateTime.now(clock),
                orEmpty(draft.withheldReason()),
                draft.crime(),
                draft.penalty());
    }

    private static boolean notBlank(String text) {
        return text != null && !text.isBlank();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text.strip();
    }
}
