package cn.zrzy.hub.registry.jdbc;

import cn.zrzy.hub.registry.batch.FeedNight;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 一号两人: staff number, card or identity number that one typing error gives to two people of a file. The second row is in
 * quarantine and its live version spared; but which of the two is mistyped nobody can tell from their order, and the first
 * must not take what the live list gives to the other. So both stay as they are until HR has looked.
 */
final class Doubles {

    private static final String STAY = """
            with live as (
                select key, digest, card_no, id_digest from registry.inspector_version where until is null and not retired),
            spared as (
                select live.* from live join registry.spared p on p.key = live.key where p.run_id = :run)
            update registry.staged_inspector s set digest = l.digest from live l
            where s.run_id = :run and l.key = s.key
              and (l.id_digest <> s.id_digest and exists (select from spared p where p.key = s.key)
                   or exists (select from spared p where p.key <> s.key and p.id_digest = s.id_digest)
                   or s.card_no <> '' and l.card_no <> s.card_no
                      and exists (select from spared p where p.key <> s.key and p.card_no = s.card_no))""";

    /** Whose identity stands under the number of somebody else, in a row that was just left aside, is not absent. */
    private static final String SPARE = """
            insert into registry.spared (run_id, key)
            select :run, o.key
            from registry.staged_inspector s
            join registry.inspector_version l on l.key = s.key and l.until is null and not l.retired
            join registry.inspector_version o on o.id_digest = s.id_digest and o.key <> s.key
                 and o.until is null and not o.retired
            where s.run_id = :run and s.digest = l.digest and s.id_digest <> l.id_digest
            on conflict do nothing""";

    private final JdbcClient jdbc;

    Doubles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(FeedNight night) {
        jdbc.sql(STAY).param("run", night.runId()).update();
        jdbc.sql(SPARE).param("run", night.runId()).update();
    }
}
