package cn.zrzy.hub.embedded;

/**
 * Passwords of the three roles of the embedded database (数据库口令): the superuser, whom no program uses; {@code keeper}, who
 * owns evidence and audit trail and runs their migrations; {@code hub}, who works and may read and add there, nothing else.
 */
public record DatabasePasswords(String superuser, String keeper, String hub) {

    /** No password in a log line. */
    @Override
    public String toString() {
        return "DatabasePasswords";
    }
}
