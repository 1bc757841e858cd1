package cn.zrzy.hub.delivery.ledger;

import cn.zrzy.hub.delivery.Arrivals;
import cn.zrzy.hub.delivery.PutAside;
import cn.zrzy.hub.kernel.CrashPoint;
import cn.zrzy.hub.kernel.Rejected;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** 来件登记: how often a thing that came in is tried, and when it is put aside. */
@Component("arrivals")
public class ArrivalDesk implements Arrivals {

    private final Tries tries;
    private final int most;
    /** Tries of this process that failed by our own outage: the next one is the same try again. */
    private final Set<String> forgiven = ConcurrentHashMap.newKeySet();

    public ArrivalDesk(Tries tries, @Value("${delivery.arrival-tries:3}") int most) {
        this.tries = tries;
        this.most = most;
    }

    @Override
    public void begin(String source, String id) {
        int count = tries.count(source, id, forgiven.contains(source + "\n" + id));
        forgiven.remove(source + "\n" + id);
        CrashPoint.reached("after-arrival");
        if (count > most) {
            String why = "试了 " + most + " 次都没有处理成，已停止；请看日志，查明后归档";
            throw new PutAside(why, new Rejected("E-ARRIVAL-POISON", why));
        }
    }

    @Override
    public void end(String source, String id) {
        tries.forget(source, id);
    }

    @Override
    public void forgive(String source, String id) {
        forgiven.add(source + "\n" + id);
    }

    @Override
    public void aside(String source, String id, String place, String raw, Throwable why) {
        tries.putAside(source, id, place, raw, why);
    }

    @Override
    public boolean isAside(String source, String id) {
        return tries.isAside(source, id);
    }
}
