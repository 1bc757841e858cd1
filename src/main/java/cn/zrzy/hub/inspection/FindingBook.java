package cn.zrzy.hub.inspection;

import cn.zrzy.hub.kernel.PersonName;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.RandomCode;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.registry.RegisteredParties;
import cn.zrzy.hub.registry.RegisteredParty;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
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
    private final FindingRules rules;
    private final RegisteredParties parties;
    private final Penalties penalties;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    FindingBook(
            Tasks tasks,
            Findings findings,
            FindingRules rules,
            RegisteredParties parties,
            Penalties penalties,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.tasks = tasks;
        this.findings = findings;
        this.rules = rules;
        this.parties = parties;
        this.penalties = penalties;
        this.facts = facts;
        this.clock = clock;
    }

    /** @param already the same request again: nothing was entered anew */
    record Recorded(String findingNo, int version, boolean already) {}

    /**
     * @return finding number and version
     * @throws Rejected E-FINDING-… naming the field; nothing is stored then
     */
    @Transactional
    Recorded record(FindingDraft draft, String requestNo) {
        Optional<Finding> before = findings.ofRequest(requestNo);
        if (before.isPresent()) {
            return new Recorded(before.get().findingNo(), before.get().version(), true);
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
        rules.check(draft, task);
        Optional<Finding> corrected = corrected(draft, task);
        String findingNo = corrected
                .map(Finding::findingNo)
                .orElseGet(() -> "%s-F%d-%s"
                        .formatted(task.taskNo(), findings.count(task.taskNo()) + 1, RandomCode.draw(NUMBER_SIGNS)));
        if (corrected.isEmpty() || !corrected.get().itemCode().equals(draft.itemCode())) {
            requireFirst(draft, findingNo);
        }
        int version = corrected.map(Finding::version).orElse(0) + 1;
        RegisteredParty party = parties.ofSubject(task.objectId(), draft.checkDate())
                .orElseThrow(
                        () -> new Rejected("E-FINDING-PARTY", "名录库里查不到检查对象 " + task.objectId(), Place.field("taskNo")));
        Finding.Penalty penalty = penalties.take(draft, party, corrected);
        Finding finding = finding(draft, task, findingNo, version, party, penalty);
        findings.add(finding, requestNo);
        tasks.reported(task.taskNo());
        facts.publishEvent(FindingRecorded.of(finding));
        return new Recorded(findingNo, version, false);
    }

    /** The version that this entry corrects; empty when it is a first entry. */
    private Optional<Finding> corrected(FindingDraft draft, Task task) {
        if (draft.findingNo() == null) {
            return Optional.empty();
        }
        Finding newest = findings.newest(draft.findingNo())
                .orElseThrow(() -> new Rejected(
                        "E-FINDING-UNKNOWN", "没有编号为 " + draft.findingNo() + " 的结果可以更正", Place.field("findingNo")));
        Rejected.unless(newest.taskNo().equals(task.taskNo()), "E-FINDING-TASK", "更正不得改换检查任务", "taskNo");
        return Optional.of(newest);
    }

    /** One item of one visit has one result; entered anew instead of corrected it would reach everybody as another case. */
    private void requireFirst(FindingDraft draft, String findingNo) {
        findings.ofItem(draft.taskNo(), draft.itemCode())
                .filter(other -> !other.findingNo().equals(findingNo))
                .ifPresent(other -> {
                    throw new Rejected(
                            "E-FINDING-SECOND",
                            "本任务的事项 " + draft.itemCode() + " 已有结果 " + other.findingNo()
                                    + "，有变化的请更正它（写明 findingNo），不要另录一份",
                            Place.field("itemCode"));
                });
    }

    private Finding finding(
            FindingDraft draft,
            Task task,
            String findingNo,
            int version,
            RegisteredParty party,
            Finding.Penalty penalty) {
        return new Finding(
                findingNo,
                version,
                task.taskNo(),
                task.drawNo(),
                task.planNo(),
                task.schemeNo(),
                task.objectId(),
                task.objectName(),
                party,
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
                penalty);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text.strip();
    }
}
