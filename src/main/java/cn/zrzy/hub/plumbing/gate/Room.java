package cn.zrzy.hub.plumbing.gate;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;

/** How many may be inside one door (容量), in all and from one address. Nobody waits: who finds no room is told to come back. */
final class Room {

    private final Semaphore places;
    private final int perAddress;
    private final ConcurrentMap<String, Integer> inside = new ConcurrentHashMap<>();

    /** @param perAddress 0 for no limit */
    Room(int places, int perAddress) {
        this.places = new Semaphore(places);
        this.perAddress = perAddress;
    }

    boolean enter(String address) {
        if (!places.tryAcquire()) {
            return false;
        }
        if (perAddress > 0 && inside.merge(address, 1, Integer::sum) > perAddress) {
            leave(address);
            return false;
        }
        return true;
    }

    void leave(String address) {
        if (perAddress > 0) {
            inside.computeIfPresent(address, (any, count) -> count == 1 ? null : count - 1);
        }
        places.release();
    }
}
