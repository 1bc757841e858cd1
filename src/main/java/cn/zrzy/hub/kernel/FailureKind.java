package cn.zrzy.hub.kernel;

import java.util.Optional;

/**
 * What a failure means for what is tried again (失败的含义), decided here and nowhere else: by our own word where there is one,
 * else by the {@link Accident}, or by the status of an HTTP answer.
 */
public enum FailureKind {
    /** 不会因重复而改变: somebody has to act. */
    PERMANENT,
    /** 没有办成: nothing left this machine, or they said "later"; trying again is safe. */
    TRANSIENT,
    /** 结果未知: it may have had its effect; ask before it is tried again. */
    OUTCOME_UNKNOWN,
    /** 本系统停用: never counts against a partner, a message or a caller. */
    OUR_OUTAGE,
    /** 出错: from the exception alone nobody knows; it depends on how far we were. */
    FAULT;

    /** The nearest cause that says something decides; an exception of another house may inherit from one that says more. */
    public static FailureKind of(Throwable why) {
        return Accident.chain(why)
                .map(FailureKind::ofItself)
                .filter(kind -> kind != FAULT)
                .findFirst()
                .orElse(FAULT);
    }

    private static FailureKind ofItself(Throwable one) {
        if (one instanceof Rejected) {
            return PERMANENT;
        }
        if (one instanceof TryLater) {
            return TRANSIENT;
        }
        if (one instanceof AnswerLost) {
            return OUTCOME_UNKNOWN;
        }
        return OurOutage.is(one) ? OUR_OUTAGE : of(Accident.named(one));
    }

    private static FailureKind of(Accident accident) {
        return switch (accident) {
            case NEVER_LEFT -> TRANSIENT;
            case NO_ANSWER -> OUTCOME_UNKNOWN;
            case OUR_OUTAGE -> OUR_OUTAGE;
            case ERROR_ANSWER, FILE_SERVER, UNREADABLE, STOPPING, UNKNOWN -> FAULT;
        };
    }

    /**
     * Of the status of an HTTP answer (RFC 9110 §15): 408 and 504 come from somebody in between who does not know either.
     *
     * @return empty for 2xx, which says that they have it
     */
    public static Optional<FailureKind> ofStatus(int status) {
        if (status >= 200 && status < 300) {
            return Optional.empty();
        }
        if (status < 200 || status == 408 || status == 504) {
            return Optional.of(OUTCOME_UNKNOWN);
        }
        boolean later = status < 400 || status == 429 || status >= 500;
        return Optional.of(later ? TRANSIENT : PERMANENT);
    }

    /** Our own word on it where there is one: the routing engine wraps what an expression throws. */
    public static Throwable ours(Throwable why) {
        return Accident.chain(why)
                .filter(cause -> cause instanceof Rejected || cause instanceof TryLater || cause instanceof AnswerLost)
                .findFirst()
                .orElse(why);
    }
}
