package cn.zrzy.hub.ceremony.hold;

import cn.zrzy.hub.ceremony.record.Ceremonies;
import cn.zrzy.hub.ceremony.record.DrawCalls;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leaves a draw to the people in the room (现场抽取) while they hold it: by name, and for a set time only, so that a ceremony
 * that somebody forgot to end does not stop the night.
 */
@Service
@Transactional
@NamedInterface("hold")
public class CeremonyBook {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private final Ceremonies ceremonies;
    private final DrawCalls calls;
    private final DrawLedger ledger;
    private final Duration lasts;
    private final Clock clock;

    CeremonyBook(
            Ceremonies ceremonies,
            DrawCalls calls,
            DrawLedger ledger,
            @Value("${draw.ceremony-within:2h}") Duration lasts,
            Clock clock) {
        this.ceremonies = ceremonies;
        this.calls = calls;
        this.ledger = ledger;
        this.lasts = lasts;
        this.clock = clock;
    }

    /**
     * Opens it, or opens it anew for as long again.
     *
     * @param present who is in the room, as entered
     * @throws Rejected E-DRAW-UNKNOWN, E-DRAW-HELD when it is drawn or voided, E-DRAW-PRESENT when nobody is named
     */
    public Ceremonies.Ceremony open(String drawNo, String by, String present) {
        calls.find(drawNo)
                .orElseThrow(() -> new Rejected("E-DRAW-UNKNOWN", "没有编号为 " + drawNo + " 的抽取", Place.field("drawNo")));
        boolean over =
                ledger.outcome(drawNo).isPresent() || ledger.voided(drawNo).isPresent();
        Rejected.unless(!over, "E-DRAW-HELD", "抽取 " + drawNo + " 已抽取或已作废，不能再开现场", "drawNo");
        Rejected.unless(present != null && !present.isBlank(), "E-DRAW-PRESENT", "须写明在场人员", "present");
        OffsetDateTime now = Beijing.second(clock);
        ceremonies.end(drawNo, now);
        Ceremonies.Ceremony opened = new Ceremonies.Ceremony(drawNo, by, present.strip(), now, now.plus(lasts));
        ceremonies.open(opened);
        return opened;
    }

    /** Who was present at a draw that the night held first: kept all the same. */
    public void attended(String drawNo, String by, String present) {
        OffsetDateTime now = Beijing.second(clock);
        ceremonies.open(new Ceremonies.Ceremony(drawNo, by, present.strip(), now, now));
    }

    public void end(String drawNo) {
        ceremonies.end(drawNo, Beijing.second(clock));
    }

    @Transactional(readOnly = true)
    public Optional<Ceremonies.Ceremony> running(String drawNo) {
        return ceremonies.running(drawNo, Beijing.second(clock));
    }

    /** @throws TryLater while people hold it */
    @Transactional(readOnly = true, noRollbackFor = TryLater.class)
    void leaveToThem(String drawNo) {
        running(drawNo).ifPresent(ceremony -> {
            throw new TryLater("抽取 %s 正由现场进行（%s 开始），最迟 %s；到时仍未抽取的由夜间任务抽取"
                    .formatted(
                            drawNo,
                            ceremony.openedBy(),
                            ceremony.until().atZoneSameInstant(Beijing.ZONE).format(HOUR)));
        });
    }
}
