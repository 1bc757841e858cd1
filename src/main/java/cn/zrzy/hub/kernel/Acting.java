package cn.zrzy.hub.kernel;

import java.util.Optional;

/**
 * On whose behalf this thread works just now (经办). Whoever lets somebody in says so here and takes it back when the call
 * ends; the trail asks here who made a fact true.
 *
 * @param account the account that proved itself
 * @param role its role
 * @param address where the call came from
 * @param claimed the person whom a machine account names, whom nobody has verified; empty when the account is a person's
 */
public record Acting(String account, String role, String address, String claimed) {

    private static final ThreadLocal<Acting> NOW = new ThreadLocal<>();

    /** Ends it; whoever acted before acts again. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    public Scope begin() {
        Acting before = NOW.get();
        NOW.set(this);
        return () -> {
            if (before == null) {
                NOW.remove();
            } else {
                NOW.set(before);
            }
        };
    }

    public static Optional<Acting> now() {
        return Optional.ofNullable(NOW.get());
    }

    /** {@code account/person}, as the books keep it; the person may be missing. */
    public String who() {
        return claimed.isEmpty() ? account : account + "/" + claimed;
    }

    /** As the trail writes it: a name that only its caller vouches for is marked. */
    public String marked() {
        return claimed.isEmpty() ? account : who() + "（自称·未核实）";
    }
}
