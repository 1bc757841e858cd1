package cn.zrzy.hub.ceremony.hold;

import cn.zrzy.hub.ceremony.DrawOpened;
import cn.zrzy.hub.ceremony.record.DrawResults;
import cn.zrzy.hub.ceremony.record.DrawnResult;
import cn.zrzy.hub.ceremony.seed.SecretDesk;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Outcome;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens the secrets whose day has come (密封值公开); from then on everyone can check the draw. */
@Service("drawOpening")
class DrawOpening {

    private final DrawLedger ledger;
    private final DrawResults results;
    private final SecretDesk secrets;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    DrawOpening(
            DrawLedger ledger, DrawResults results, SecretDesk secrets, ApplicationEventPublisher facts, Clock clock) {
        this.ledger = ledger;
        this.results = results;
        this.secrets = secrets;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    Outcome openDue() {
        OffsetDateTime now = Beijing.second(clock);
        List<DrawLedger.Entry> due = ledger.overdueSecrets(now);
        for (DrawLedger.Entry draw : due) {
            ledger.recordOpened(
                    draw.drawNo(),
                    secrets.secret(
                            draw.drawNo(),
                            ledger.frozen(draw.drawNo()).request().disclosure()),
                    now);
            results.opened(draw.drawNo(), now);
            facts.publishEvent(new DrawOpened(draw.drawNo(), draw.scheme(), planNo(draw.drawNo())));
        }
        return Outcome.done(due.isEmpty() ? "没有到期的密封抽取" : "公开密封的抽取 %d 次".formatted(due.size()));
    }

    private String planNo(String drawNo) {
        return results.find(drawNo).map(DrawnResult::planNo).orElseThrow();
    }
}
