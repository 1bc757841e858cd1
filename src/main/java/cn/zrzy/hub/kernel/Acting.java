package cn.zrzy.hub.kernel;

import java.util.Optional;

/**
 * On whose behalf this thread works just now (经办). Whoever lets somebody in says so here and takes it back when the call
 * ends; the trail asks here who made a fact true.
 *
 * @param account the account that proved itself
 * @param role its role
 * @param address where the call came from
 * @param name the person: of a person's account its owner; of a machine account whom it names, or empty
 * @param proven the account is that person's own; a machine's word for a name proves nothing
 */
public record Acting(String account, String role, String address, String name, boolean proven) {

    private static final ThreadLocal<Acting> NOW = new ThreadLocal<>();

    /** A person under an account of his own. */
    public static Acting person(String account, String name, String role, String address) {
        return new Acting(account, role, address, name, true);
    }

    /** A machine account, whomever it names. */
    public static Acting machine(String account, String role, String address, String claimed) {
        return new Acting(account, role, address, claimed, false);
    }

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
        return name.isEmpty() ? account : account + "/" + name;
    }

    /** Whom people know: the person of a {@link #who()} as the books keep it, or the account when it names nobody. */
    public static String person(String who) {
        return who.substring(who.indexOf('/') + 1);
    }

    /** As the trail writes it: the account, and of a machine also whom it names, marked as nobody's but its own word. */
    public String marked() {
        return proven || name.isEmpty() ? account : who() + "（自称·未核实）";
    }

    /** What a route hands to a bean that wants text. */
    @Override
    public String toString() {
        return who();
    }
}
