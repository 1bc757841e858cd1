package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.kernel.Fact;
import java.text.Normalizer;
import java.util.Locale;
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
                .map(FactKeys::plain)
                .filter(key -> !key.isEmpty() && key.length() <= LONGEST)
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
    }

    /** As it is stored and looked for: in half width, in capitals, without blanks around. */
    static String plain(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    }
}
