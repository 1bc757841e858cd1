package cn.zrzy.hub.console.security;

import cn.zrzy.hub.audit.AuditTrail;
import java.time.Clock;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** 机器口令不对: counts wrong credentials at the two machine doors by address, and tells the trail of those that are counted. */
@Component
public class MachineRefusals {

    private static final Logger LOG = LoggerFactory.getLogger(MachineRefusals.class);

    private final Throttle throttle;
    private final AuditTrail audit;

    MachineRefusals(AuditTrail audit, Clock clock) {
        this.throttle = new Throttle(new AttemptMemory(), TransactionOperations.withoutTransaction(), clock);
        this.audit = audit;
    }

    public synchronized void wrong(String door, String name, String address) {
        OptionalInt count = throttle.claim(door, address);
        if (count.isPresent()) {
            record(new Actor(name, "", address), door + ".login", "口令或令牌错误，连续第 " + count.getAsInt() + " 次");
        }
    }

    public void right(String door, String address) {
        throttle.succeeded(door, address);
    }

    public boolean waits(String door, String address) {
        return throttle.waits(door, address);
    }

    /** The doors stay doors while the database is away. */
    private void record(Actor actor, String action, String result) {
        try {
            audit.record(actor.did(action, actor.username(), "", "", "", result));
        } catch (RuntimeException e) {
            LOG.warn("{} 来自 {}：{}，未能记入审计", action, actor.ip(), result, e);
        }
    }
}
