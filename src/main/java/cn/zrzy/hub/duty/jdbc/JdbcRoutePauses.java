package cn.zrzy.hub.duty.jdbc;

import cn.zrzy.hub.duty.pause.RoutePause;
import cn.zrzy.hub.duty.pause.RoutePauseEnded;
import cn.zrzy.hub.duty.pause.RoutePauses;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** 暂停 in {@code duty.pause}; its moments are the database's own, so that two hubs agree on them. */
@Repository
@Transactional
class JdbcRoutePauses implements RoutePauses {

    private static final String IN_FORCE = "select route, since, until, paused_by as by, reason from duty.paused_route";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher facts;

    JdbcRoutePauses(JdbcClient jdbc, ApplicationEventPublisher facts) {
        this.jdbc = jdbc;
        this.facts = facts;
    }

    @Override
    @Transactional(readOnly = true)
    public List<RoutePause> open() {
        return jdbc.sql(IN_FORCE + " order by route").query(RoutePause.class).list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<RoutePause> of(String route) {
        return jdbc.sql(IN_FORCE + " where route = ?")
                .param(route)
                .query(RoutePause.class)
                .optional();
    }

    @Override
    public void begin(String route, OffsetDateTime until, String who, String reason) {
        expire();
        jdbc.sql("""
                        insert into duty.pause (route, until, paused_by, reason) values (?, ?, ?, ?)
                        on conflict (route) where ended_at is null do nothing""").params(route, until, who, reason).update();
    }

    @Override
    public void end(String route, String who, String reason) {
        jdbc.sql("""
                        update duty.pause set ended_at = clock_timestamp(), ended_by = ?, end_reason = ?
                        where route = ? and ended_at is null and until > clock_timestamp()""").params(who, reason, route).update();
    }

    @Override
    public void expire() {
        jdbc.sql("""
                        update duty.pause set ended_at = until, ended_by = 'system', end_reason = '到时自动恢复'
                        where ended_at is null and until <= clock_timestamp()
                        returning route, paused_by""").query(RoutePauseEnded.class).list().forEach(facts::publishEvent);
    }
}
