package cn.zrzy.hub.console.security;

/**
 * One person's account (账号).
 *
 * @param epoch counts what ends all sessions: being disabled, and each new password
 */
public record Account(String username, String displayName, Role role, String passwordHash, boolean enabled, int epoch) {

    /** Whether a session of that person may go on. */
    boolean bears(Person person) {
        return enabled && epoch == person.epoch() && role == person.role();
    }
}
