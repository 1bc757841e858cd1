package cn.zrzy.hub.console.jdbc;

import cn.zrzy.hub.console.find.Patience;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Each look is a transaction of its own. Planned anew for the very words: a plan for any words does not know whether a
 * thousand rows fit or a million, and either reads through everything or sorts it.
 */
@Repository
class JdbcPatience implements Patience {

    private final JdbcClient jdbc;
    private final Duration limit;
    private final TransactionTemplate transaction;

    JdbcPatience(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            @Value("${console.find-within:3s}") Duration limit) {
        this.jdbc = jdbc;
        this.limit = limit;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
    }

    @Override
    public <T> Optional<T> within(Supplier<T> look) {
        try {
            return Optional.ofNullable(transaction.execute(tx -> {
                bound();
                return look.get();
            }));
        } catch (QueryTimeoutException e) {
            return Optional.empty();
        }
    }

    private void bound() {
        jdbc.sql("""
                        select set_config('statement_timeout', ?, true) || set_config('plan_cache_mode', 'force_custom_plan', true)
                        """).param(Long.toString(limit.toMillis())).query(String.class).single();
    }
}
