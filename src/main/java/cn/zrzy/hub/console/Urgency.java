package cn.zrzy.hub.console;

/** How soon a person is needed for something that has no states of its own (轻重). */
enum Urgency {
    /** 须处理. */
    NOW(Mark.FAILED),
    /** 可稍后: grey, since what is amber every night means nothing after a week. */
    LATER(Mark.QUEUED);

    private final Mark mark;

    Urgency(Mark mark) {
        this.mark = mark;
    }

    Mark mark() {
        return mark;
    }

    static Urgency of(boolean canWait) {
        return canWait ? LATER : NOW;
    }
}
