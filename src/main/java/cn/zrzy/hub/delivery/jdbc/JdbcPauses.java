package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.Pause;
import cn.zrzy.hub.delivery.PauseEnded;
import cn.zrzy.hub.delivery.Pauses;
import cn.zrzy.hub.delivery.terms.DeliveryTerms;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** 暂停 in {@code delivery.pause}; its moments are the database's own, so that two hubs agree on them. */
@Repository("pauses")
@Transactional
class JdbcPauses implements Pauses {

    private static final String IN_FORCE =
            "select partner, since, until, paused_by as by, reason from delivery.paused_partner";

    private final JdbcClient jdbc;
    private final DeliveryTerms terms;
    private final ApplicationEventPublisher facts;

    JdbcPauses(JdbcClient jdbc, DeliveryTerms terms, ApplicationEventPublisher facts) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.facts = facts;
    }

    @Override
    public List<String> partners() {
        return terms.routes().values().stream()
                .map(DeliveryTerms.Route::partner)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Pause> open() {
        return jdbc.sql(IN_FORCE + " order by partner").query(Pause.class).list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Pause> of(String partner) {
        return jdbc.sql(IN_FORCE + " where partner = ?")
                .param(partner)
                .query(Pause.class)
                .optional();
    }

    @Override
    public boolean begin(String partner, OffsetDateTime until, String who, String reason) {
        expire();
        return jdbc.sql("""
                                insert into delivery.pause (partner, until, paused_by, reason) values (?, ?, ?, ?)
                                on conflict (partner) where ended_at is null do nothing""").params(partner, until, who, reason).update() == 1;
    }

    @Override
    public boolean end(String partner, String who, String reason) {
        return jdbc.sql("""
                                update delivery.pause
                                set ended_at = clock_timestamp(), ended_by = ?, end_reason = ?
                                where partner = ? and ended_at is null and until > clock_timestamp()""").params(who, reason, partner).update() == 1;
    }

    @Override
    public void expire() {
        jdbc.sql("""
                        update delivery.pause set ended_at = until, ended_by = 'system', end_reason = '到时自动恢复'
                        where ended_at is null and until <= clock_timestamp()
                        returning partner, paused_by""").query(PauseEnded.class).list().forEach(facts::publishEvent);
    }
}
