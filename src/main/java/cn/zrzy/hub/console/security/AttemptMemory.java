package cn.zrzy.hub.console.security;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Attempts at the machine doors, kept by the process itself (内存里的尝试记录): the management port has to open when the
 * database is away. The oldest go when too many addresses try.
 */
class AttemptMemory implements Attempts {

    private static final int MOST = 1000;

    private final Map<String, Attempt> attempts = new LinkedHashMap<>();

    @Override
    public synchronized Attempt hold(String username, String address) {
        return attempts.getOrDefault(key(username, address), Attempt.none(username, address));
    }

    @Override
    public synchronized void keep(Attempt attempt) {
        attempts.put(key(attempt.username(), attempt.address()), attempt);
        if (attempts.size() > MOST) {
            attempts.remove(attempts.keySet().iterator().next());
        }
    }

    @Override
    public synchronized void forget(String username, String address) {
        attempts.remove(key(username, address));
    }

    @Override
    public synchronized void forgetBefore(Instant moment) {
        attempts.values().removeIf(attempt -> attempt.lastAt().isBefore(moment));
    }

    private static String key(String username, String address) {
        return username + "\n" + address;
    }
}
