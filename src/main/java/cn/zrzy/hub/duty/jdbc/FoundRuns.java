package cn.zrzy.hub.duty.jdbc;

import cn.zrzy.hub.duty.NightSchedule;
import cn.zrzy.hub.kernel.search.Findable;
import cn.zrzy.hub.kernel.search.Found;
import cn.zrzy.hub.kernel.search.Sought;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs that are looked for (夜间运行检索): by number, date, trace, error code, and by the job's Chinese name. */
@Repository
class FoundRuns implements Findable {

    private final JdbcClient jdbc;
    private final NightSchedule schedule;

    FoundRuns(JdbcClient jdbc, NightSchedule schedule) {
        this.jdbc = jdbc;
        this.schedule = schedule;
    }

    @Override
    public Found.Kind kind() {
        return Found.Kind.RUN;
    }

    /** A dozen a night: ten years of them are read through in a blink. */
    @Override
    public List<Found> find(Sought sought) {
        Map<String, Object> parameters = new HashMap<>(sought.parameters());
        parameters.put(
                "jobs",
                schedule.jobs().entrySet().stream()
                        .filter(job -> !sought.words().isEmpty())
                        .filter(job -> Sought.plain(job.getValue().label()).contains(sought.words()))
                        .map(Map.Entry::getKey)
                        .toArray(String[]::new));
        return jdbc.sql("""
                        select 'RUN' as kind, run_id as key, coalesce(ended_at, due_at) as at, '' as object, job as name,
                               '' as holder, message as detail, state
                        from duty.run
                        where upper(run_id || ' ' || business_date || ' ' || trace_id || ' ' || code) like cast(:like as text)
                           or job = any (cast(:jobs as text[]))
                        order by (upper(run_id) = :words) desc, business_date desc, position desc limit :most
                        """).params(parameters).query(Found.class).list().stream()
                .map(run -> run.named(label(run.name())))
                .toList();
    }

    private String label(String job) {
        NightSchedule.Job known = schedule.jobs().get(job);
        return known == null ? job : known.label();
    }
}
