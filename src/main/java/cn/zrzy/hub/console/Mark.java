package cn.zrzy.hub.console;

/** 标记: the signs of the console, each a colour and an icon; which state bears which, and its word, is said by {@link Sign}. */
enum Mark {
    WAITING("neutral", "clock", "◷"),
    QUEUED("neutral", "stack", "≡"),
    DUE("warn", "clock", "◷"),
    RUNNING("run", "play", "▶"),
    DONE("ok", "check", "✔"),
    PARTIAL("warn", "alert", "!"),
    FAILED("fail", "cross", "✖"),
    HELD("held", "hand", "▲"),
    SUSPENDED("neutral", "pause", "❚❚"),
    STOPPED("neutral", "stop", "■"),
    UNKNOWN("warn", "question", "?");

    private final String tone;
    private final String icon;
    private final String glyph;

    Mark(String tone, String icon, String glyph) {
        this.tone = tone;
        this.icon = icon;
        this.glyph = glyph;
    }

    public String getTone() {
        return tone;
    }

    public String getIcon() {
        return icon;
    }

    public String getGlyph() {
        return glyph;
    }

    /** Outcome of one attempt; empty while it runs. */
    static Mark ofAttempt(String outcome) {
        return switch (outcome == null ? "" : outcome) {
            case "CONFIRMED" -> DONE;
            case "SENT" -> QUEUED;
            case "REJECTED" -> FAILED;
            case "LOST", "EXPIRED" -> UNKNOWN;
            case "" -> RUNNING;
            default -> WAITING;
        };
    }
}
