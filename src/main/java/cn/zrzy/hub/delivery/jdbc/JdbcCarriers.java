package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.Carriers;
import cn.zrzy.hub.delivery.dispatch.Dispatch;
import cn.zrzy.hub.delivery.ledger.Dispatches;
import cn.zrzy.hub.delivery.terms.DeliveryTerms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** 传输者 in {@code delivery.carrier}. */
@Repository("carriers")
@Transactional
class JdbcCarriers implements Carriers {

    private final JdbcClient jdbc;
    private final Dispatches dispatches;
    private final DeliveryTerms terms;

    JdbcCarriers(JdbcClient jdbc, Dispatches dispatches, DeliveryTerms terms) {
        this.jdbc = jdbc;
        this.dispatches = dispatches;
        this.terms = terms;
    }

    @Override
    public Optional<String> mark(String carrier) {
        return jdbc.sql("select mark from delivery.carrier where carrier = ?")
                .param(carrier)
                .query(String.class)
                .optional();
    }

    @Override
    public void given(String carrier, String mark) {
        jdbc.sql("""
                        insert into delivery.carrier (carrier, mark) values (?, ?)
                        on conflict (carrier) do update set mark = excluded.mark, given_at = clock_timestamp()""").params(carrier, mark).update();
    }

    @Override
    public int lost(String carrier) {
        List<String> carried = terms.routes().entrySet().stream()
                .filter(route -> carrier.equals(route.getValue().carrier()))
                .map(Map.Entry::getKey)
                .toList();
        // In the order of the lines, so that two hubs that notice it together wait for one another only one way round.
        List<String> gone = carried.isEmpty()
                ? List.of()
                : jdbc.sql("select d.id from delivery.dispatch d where d.state = 'SENT' and d.route in (:routes)"
                                + " order by d.partner, d.order_key, d.no")
                        .param("routes", carried)
                        .query(String.class)
                        .list();
        List<Dispatch> owed = gone.stream()
                .flatMap(id -> dispatches.lockInLine(id).stream())
                .filter(one -> one.relayed().carrierLost())
                .toList();
        owed.forEach(dispatches::save);
        jdbc.sql("insert into delivery.carrier_loss (carrier, dispatches) values (?, ?)")
                .params(carrier, (long) owed.size())
                .update();
        return owed.size();
    }

    @Override
    public Optional<Loss> recentLoss() {
        return jdbc.sql("""
                        select carrier, dispatches, at from delivery.carrier_loss
                        where at > clock_timestamp() - interval '1 day' order by no desc limit 1""").query(Loss.class).optional();
    }
}
