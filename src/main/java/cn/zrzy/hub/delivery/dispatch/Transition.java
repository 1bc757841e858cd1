package cn.zrzy.hub.delivery.dispatch;

import java.util.Set;

/**
 * One line of the table (状态变迁): where it stands, what happens, and what becomes of it.
 *
 * @param when what else has to be so; of one standing and one event at most one line fits
 * @param next when something happens again by itself
 * @param marks counters and marks that change with it
 */
public record Transition(Standing from, DispatchEvent event, When when, Standing to, Next next, Set<Mark> marks) {

    /** What the line asks beside the standing (条件). */
    public enum When {
        ALWAYS(""),
        /** Nobody doubts whether it arrived. */
        CERTAIN("结果已明"),
        UNCERTAIN("结果未明"),
        /** The partner can be asked by key what it holds. */
        ASKABLE("可查询的对方"),
        /** The same bytes twice have one effect there, by contract. */
        REPEATABLE("可重发的对方"),
        ASK_FIRST("结果未明且可查询"),
        SEND_AGAIN("结果已明或可重发");

        private final String label;

        When(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        boolean fits(boolean unsure, boolean askable) {
            return switch (this) {
                case ALWAYS -> true;
                case CERTAIN -> !unsure;
                case UNCERTAIN -> unsure;
                case ASKABLE -> askable;
                case REPEATABLE -> !askable;
                case ASK_FIRST -> unsure && askable;
                case SEND_AGAIN -> !(unsure && askable);
            };
        }
    }

    /** When it comes up again (下次时间). */
    public enum Next {
        KEPT("不变"),
        NONE("无"),
        NOW("立即"),
        BACKOFF("退避"),
        LEASE("租约到期"),
        TERM("回执期限");

        private final String label;

        Next(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Counters and marks (计数). */
    public enum Mark {
        ATTEMPT("报送次数+1"),
        QUESTION("查询次数+1"),
        /** Begun and not yet ended; only an expired lease leaves it standing, so it counts what dies on the way. */
        OPENED("没有结果+1"),
        ENDED("没有结果清零"),
        SETBACK("失败+1"),
        /** Taken by them: setbacks, cause and the beginning of its failing are forgotten, and it waits for nobody. */
        TAKEN("失败清零"),
        /** The try that follows starts anew; what failed before drives only its waiting. */
        AFRESH("受阻清零"),
        UNSURE("结果未明"),
        SURE("结果已明");

        private final String label;

        Mark(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Known already, or overtaken: it is noted, and nothing moves. */
    public boolean isStill() {
        return to == from && next == Next.KEPT && marks.isEmpty();
    }
}
