package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.kernel.Fact;
import cn.zrzy.hub.kernel.search.About;
import cn.zrzy.hub.kernel.search.Sought;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By what somebody may look for a dispatch (检索键): numbers, codes and names of what its fact was about. */
@Component
class FactKeys {

    private static final int LONGEST = 200;

    private final JdbcClient jdbc;

    FactKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the transaction of the fact; a debt that was entered before has its keys already. */
    void keep(String route, Fact fact) {
        String[] keys = fact.mentions().stream()
                .flatMap(Stream::ofNullable)
                .map(Sought::plain)
                .filter(FactKeys::isOfUse)
                .distinct()
                .toArray(String[]::new);
        if (keys.length > 0) {
            jdbc.sql("""
                            insert into delivery.dispatch_key (key, dispatch)
                            select k, d.no from delivery.dispatch d cross join unnest(cast(:keys as text[])) k
                            where d.route = :route and d.fact_key = :fact
                            on conflict do nothing
                            """)
                    .param("keys", keys)
                    .param("route", route)
                    .param("fact", fact.key())
                    .update();
        }
        know(Stream.concat(Stream.of(keys), Stream.of(fact.key(), fact.orderKey())));
        note(fact.key(), fact.about());
    }

    /** Each once: most facts go to several addressees. */
    private void know(Stream<String> said) {
        String[] all = said.filter(FactKeys::isOfUse).distinct().toArray(String[]::new);
        jdbc.sql("""
                        insert into delivery.known_key (key, said)
                        select k.key, k.said from unnest(cast(:keys as text[]), cast(:said as text[])) k (key, said)
                        where not exists (select 1 from delivery.known_key known where known.said = k.said)
                        """)
                .param("keys", Stream.of(all).map(Sought::plain).toArray(String[]::new))
                .param("said", all)
                .update();
    }

    private void note(String fact, About about) {
        if (!about.equals(About.NOBODY)) {
            jdbc.sql("insert into delivery.fact_about (fact_key, code, name, draw_no) values (?, ?, ?, ?)"
                            + " on conflict do nothing")
                    .params(fact, about.code(), about.name(), about.drawNo())
                    .update();
        }
    }

    private static boolean isOfUse(String key) {
        return !key.isBlank() && key.length() <= LONGEST;
    }
}
