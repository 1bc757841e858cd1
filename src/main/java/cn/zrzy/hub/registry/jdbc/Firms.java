package cn.zrzy.hub.registry.jdbc;

import cn.zrzy.hub.registry.batch.FeedNight;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 一家多证: the staged rows of one firm, one for each certificate, become one subject with every tag, in every pool that asks
 * for one of them. Certificates in force count; a firm without one is shown with those that ran out, else the cancelled ones.
 */
final class Firms {

    /** Certificates by what they are still worth: 2 in force, 1 ran out, 0 cancelled. The longest one speaks for the firm. */
    private static final String JOIN = """
            with several as materialized ( -- else grouped anew for each staged row when the planner expects only one
                select key from registry.staged_subject where run_id = :run and certificate <> ''
                group by key having count(*) > 1),
            valued as (
                select s.*, case when s.obstacle <> '' then 0 when s.valid_to < :date then 1 else 2 end as worth
                from registry.staged_subject s join several using (key) where s.run_id = :run),
            ranked as (
                select v.*, max(worth) over (partition by key) as best,
                       row_number() over (partition by key
                           order by worth desc, valid_to desc nulls first, certificate collate "C") as place
                from valued v),
            kept as (
                select * from ranked where worth = best),
            tagged as (
                select key, array_agg(distinct tag collate "C" order by tag collate "C") as tags
                from kept, unnest(tags) as tag group by key),
            described as (
                select key, json_object_agg(field, words order by place) as details
                from (select k.key, d.field, min(d.place) as place,
                             string_agg(d.word, '；' order by k.certificate collate "C") as words
                      from kept k, json_each_text(k.details) with ordinality as d(field, word, place)
                      group by k.key, d.field) f group by key),
            firm as (
                select key, string_agg(digest, '+' order by certificate collate "C") as digests from kept group by key),
            risk as (
                select key, max(credit collate "C") as credit from ranked group by key)
            update registry.staged_subject s
            set certificate = '', tags = t.tags, details = d.details, credit = c.credit,
                digest = encode(sha256(convert_to(f.digests || '+' || c.credit, 'UTF8')), 'hex')
            from ranked r, tagged t, described d, firm f, risk c
            where s.run_id = :run and s.key = r.key and s.certificate = r.certificate and r.place = 1
              and t.key = s.key and d.key = s.key and f.key = s.key and c.key = s.key""";

    private static final String DROP = """
            delete from registry.staged_subject s where s.run_id = :run and s.certificate <> '' and exists (
                select from registry.staged_subject f where f.run_id = s.run_id and f.key = s.key and f.certificate = '')""";

    /** A firm one of whose rows is in quarantine would lose what that row says; it stays as it is. */
    private static final String STAY = """
            update registry.staged_subject s set digest = l.digest
            from registry.subject_version l join registry.spared p on p.key = l.key
            where s.run_id = :run and p.run_id = :run and l.key = s.key and l.until is null and not l.retired
              and s.code = s.holder_code and not s.tags @> l.tags""";

    private final JdbcClient jdbc;

    Firms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return rows that have become part of another one; joining again joins none */
    long join(FeedNight night) {
        jdbc.sql(JOIN)
                .param("run", night.runId())
                .param("date", night.businessDate())
                .update();
        long joined = jdbc.sql(DROP).param("run", night.runId()).update();
        jdbc.sql(STAY).param("run", night.runId()).update();
        return joined;
    }
}
