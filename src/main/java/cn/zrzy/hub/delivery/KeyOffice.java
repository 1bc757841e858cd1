package cn.zrzy.hub.delivery;

import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do about the keys that partners hold (对键处理); each act has a reason and stands in the audit trail. */
@Service("keyOffice")
public class KeyOffice {

    /** @param unknown what the world holds and our ledger does not */
    public record Sheet(List<KeyCheck> partners, List<UnknownKey> unknown) {}

    /** 还原声明 as the API takes it. */
    record Restore(String reason, String since) {}

    private final KeyChecks checks;
    private final Clock clock;
    private final ApplicationEventPublisher facts;

    KeyOffice(KeyChecks checks, Clock clock, ApplicationEventPublisher facts) {
        this.checks = checks;
        this.clock = clock;
        this.facts = facts;
    }

    @Transactional(readOnly = true)
    public Sheet show() {
        return new Sheet(checks.standing(), checks.unknown());
    }

    /**
     * 声明还原: nothing leaves before every partner has been asked what it holds since then.
     *
     * @param backup moment to which the ledger was put back, ISO 8601 with its zone
     */
    @Transactional
    public Sheet declare(String who, String why, String backup) {
        String reason = reason(who, why);
        OffsetDateTime since = moment(backup);
        Rejected.unless(!since.isAfter(OffsetDateTime.now(clock)), "E-KEYS-SINCE", "备份的时刻不能在将来：" + since, "since");
        checks.reopen(since);
        facts.publishEvent(new KeysSettled("all", who + " 声明数据库已还原到 " + since + "：" + reason));
        return show();
    }

    /** 不等答复，继续报送. */
    @Transactional
    public Sheet waive(String partner, String who, String why) {
        String reason = reason(who, why);
        if (!checks.waive(partner, who, reason)) {
            throw new Rejected("E-KEYS-STATE", "现在没有在等“" + partner + "”的答复，不需要放行", Place.field("partner"));
        }
        facts.publishEvent(new KeysSettled(partner, who + " 决定不等 " + partner + " 的对键答复，继续报送：" + reason));
        return show();
    }

    /** 已阅: what {@code partner} holds and our ledger does not is known to a person. */
    @Transactional
    public Sheet acknowledge(String partner, String who, String why) {
        String reason = reason(who, why);
        int keys = checks.acknowledge(partner, who, reason);
        if (keys == 0) {
            throw new Rejected("E-KEYS-STATE", "“" + partner + "”没有待确认的台账之外的报送", Place.field("partner"));
        }
        facts.publishEvent(new KeysSettled(partner, who + " 已确认 " + partner + " 的 " + keys + " 件台账之外的报送：" + reason));
        return show();
    }

    private static String reason(String who, String reason) {
        Rejected.unless(who != null && !who.isBlank(), "E-KEYS-REASON", "须写明操作人", "X-Operator");
        Rejected.unless(reason != null && !reason.isBlank(), "E-KEYS-REASON", "须写明理由", "reason");
        return reason.strip();
    }

    private static OffsetDateTime moment(String text) {
        try {
            return OffsetDateTime.parse(text == null ? "" : text.strip());
        } catch (DateTimeException e) {
            throw new Rejected("E-KEYS-SINCE", "since 须写备份的时刻，带时区，如 2026-11-23T22:00:00+08:00", Place.field("since"));
        }
    }
}
