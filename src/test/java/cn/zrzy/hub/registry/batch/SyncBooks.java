package cn.zrzy.hub.registry.batch;

import cn.zrzy.hub.registry.ChangeGuard;
import cn.zrzy.hub.registry.RegistryBook;
import cn.zrzy.hub.registry.Undrawables;
import cn.zrzy.hub.registry.UsualShare;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;

/** A registry book over some storage, with the guard's usual limits. */
public record SyncBooks(
        Batches batches,
        StagingArea staging,
        LiveList list,
        BatchPages pages,
        Undrawables undrawables,
        PlatformTransactionManager transactions) {

    public RegistryBook with(Clock clock, ApplicationEventPublisher events) {
        Settlement settlement = new Settlement(
                batches,
                staging,
                list,
                new ChangeGuard(20, 5, 20, 5, 20, 5),
                undrawables,
                new UsualShare(1, 2),
                events);
        return new SyncBook(
                batches,
                staging,
                settlement,
                new HeldOffice(batches, staging, settlement, clock, transactions),
                pages,
                clock,
                transactions);
    }
}
