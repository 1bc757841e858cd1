package cn.zrzy.hub.ceremony.hall;

import cn.zrzy.hub.ceremony.hold.DrawHold;
import cn.zrzy.hub.ceremony.platform.PlatformDesk;
import cn.zrzy.hub.ceremony.record.DrawCalls;
import cn.zrzy.hub.ceremony.record.Signings;
import cn.zrzy.hub.ceremony.seed.DrawDesk;
import cn.zrzy.hub.ceremony.seed.Entered;
import cn.zrzy.hub.ceremony.seed.SecretDesk;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.kernel.Acting;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.PersonName;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import cn.zrzy.hub.plan.Scheme;
import cn.zrzy.hub.plan.Schemes;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the office does at a draw with its own hands (抽取经办): enters papers, starts it, notes who signed, settles findings. */
@Service
@Transactional
public class DrawOffice {

    private final Schemes schemes;
    private final DrawCalls calls;
    private final DrawHold hold;
    private final DrawLedger ledger;
    private final Signings signings;
    private final DrawDesk desk;
    private final SecretDesk keepers;
    private final PlatformDesk platform;
    private final Clock clock;

    DrawOffice(
            Schemes schemes,
            DrawCalls calls,
            DrawHold hold,
            DrawLedger ledger,
            Signings signings,
            DrawDesk desk,
            SecretDesk keepers,
            PlatformDesk platform,
            Clock clock) {
        this.schemes = schemes;
        this.calls = calls;
        this.hold = hold;
        this.ledger = ledger;
        this.signings = signings;
        this.desk = desk;
        this.keepers = keepers;
        this.platform = platform;
        this.clock = clock;
    }

    /**
     * Holds the draw now (开始抽取), as the night's job would within the same minutes: same evidence, same seed, same result.
     *
     * @throws Rejected E-DRAW-HELD when it is held, voided or the platform's; E-DRAW-NOT-READY with what it still waits for
     */
    public void start(String drawNo) {
        Scheme scheme = calls.find(drawNo)
                .flatMap(call -> schemes.find(call.schemeNo()))
                .orElseThrow(() -> new Rejected("E-DRAW-UNKNOWN", "没有编号为 " + drawNo + " 的抽取", Place.field("drawNo")));
        boolean open = scheme.state() == Scheme.State.FROZEN
                && drawNo.equals(scheme.drawNo())
                && scheme.terms().drawMode().provable();
        Rejected.unless(open, "E-DRAW-HELD", "抽取 " + drawNo + " 不在待抽取之列：已抽取、已作废，或由省平台抽取", "drawNo");
        try {
            hold.draw(scheme);
        } catch (TryLater later) {
            throw new Rejected("E-DRAW-NOT-READY", later.getMessage(), Place.field("drawNo"));
        }
    }

    /** What can be handed in for a draw: before the freeze COMMITMENT and SEAL, after it the others. */
    public enum Kind {
        COMMITMENT,
        SEAL,
        REVEAL,
        OBSERVATION,
        SHARE
    }

    /**
     * @param name its party, keeper or source; "" with SEAL
     * @param value as it stands on the paper; blanks in it do not count
     * @param origin of an OBSERVATION: site, issue or number of the notary's paper
     * @param evidence of an OBSERVATION: SM3 of what shows it, 64 hex
     * @param witness of a REVEAL or an OBSERVATION: who else saw that the value is right
     */
    public record Paper(String name, String value, String origin, String evidence, String witness) {}

    /** ACCEPTED 已收下, FIRST_STANDS 先到者为准, OPENED 两份已能打开密封值, MISMATCH 与已收的一份打不开. */
    public enum Taken {
        ACCEPTED,
        FIRST_STANDS,
        OPENED,
        MISMATCH
    }

    /**
     * Takes a paper by the same rules as the API does, with the same refusals.
     *
     * @param by whoever types it in
     */
    public Taken enter(String drawNo, Kind kind, Paper paper, Acting by) {
        DrawDesk.Entry entry = new DrawDesk.Entry(
                paper.name(),
                solid(paper.value()),
                kind == Kind.OBSERVATION ? solid(paper.evidence()) : "",
                paper.origin(),
                paper.witness());
        Entered answer = switch (kind) {
            case COMMITMENT -> desk.commit(drawNo, entry);
            case SEAL -> keepers.seal(drawNo, entry);
            case REVEAL -> desk.reveal(drawNo, entry, by);
            case OBSERVATION -> desk.observe(drawNo, entry, by);
            case SHARE -> keepers.share(drawNo, entry);
        };
        if (answer.mismatch()) {
            return Taken.MISMATCH;
        }
        if (answer.complete()) {
            return Taken.OPENED;
        }
        return answer.accepted() ? Taken.ACCEPTED : Taken.FIRST_STANDS;
    }

    private static String solid(String text) {
        return text == null ? null : text.replaceAll("\\s", "");
    }

    /** Names as they stand on the paper: 主持, 操作, 监督, 见证. */
    public record Signatures(String host, String operator, String supervisor, String witness) {}

    /**
     * Enters who signed the form, once.
     *
     * @throws Rejected E-DRAW-NOT-HELD before the draw, E-DRAW-SIGNING when a name is missing, too long or entered before,
     *     E-PERSON when it holds what no reader sees
     */
    public void sign(String drawNo, Signatures names, String enteredBy) {
        Rejected.unless(ledger.outcome(drawNo).isPresent(), "E-DRAW-NOT-HELD", "尚未抽取，登记表还不能签字", "drawNo");
        List<String> all = List.of(
                PersonName.of(names.host(), "host"),
                PersonName.of(names.operator(), "operator"),
                PersonName.of(names.supervisor(), "supervisor"),
                PersonName.of(names.witness(), "witness"));
        Rejected.unless(
                all.stream().allMatch(name -> !name.isEmpty() && name.length() <= 30),
                "E-DRAW-SIGNING",
                "主持、操作、监督、见证四栏都要填签字人姓名，每栏不超过30字",
                "host");
        OffsetDateTime now = Beijing.second(clock);
        boolean first = signings.add(
                new Signings.Signing(drawNo, all.get(0), all.get(1), all.get(2), all.get(3), now, enteredBy));
        Rejected.unless(first, "E-DRAW-SIGNING", "该抽取的签字已经登记，不能更改", "drawNo");
    }

    /** @see PlatformDesk#settle */
    public void settle(String drawNo, String decision, Acting by) {
        platform.settle(drawNo, new PlatformDesk.Settlement(decision), by);
    }
}
