package cn.zrzy.hub.console;

import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.duty.DutyRun;
import cn.zrzy.hub.registry.SyncRun;

/** 状态标记: the ten states of the console, each with its colour and its icon; the word is in the message bundles. */
enum Mark {
    WAITING("neutral", "clock", "◷"),
    QUEUED("neutral", "stack", "≡"),
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

    static Mark of(DispatchState state) {
        return switch (state) {
            case OWED -> WAITING;
            case SENDING -> RUNNING;
            case SENT -> QUEUED;
            case CONFIRMED -> DONE;
            case DOUBTED -> UNKNOWN;
            case PARKED -> FAILED;
        };
    }

    static Mark of(DutyRun.State state) {
        return switch (state) {
            case DUE -> QUEUED;
            case RUNNING -> RUNNING;
            case WAITING -> WAITING;
            case DONE -> DONE;
            case PARTIAL -> PARTIAL;
            case HELD -> HELD;
            case FAILED, MISSED -> FAILED;
            case SKIPPED -> STOPPED;
        };
    }

    static Mark of(SyncRun.State state) {
        return switch (state) {
            case STAGING, COMPARED -> RUNNING;
            case HELD -> HELD;
            case APPLIED -> DONE;
            case REFUSED, OVERTAKEN -> STOPPED;
        };
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
