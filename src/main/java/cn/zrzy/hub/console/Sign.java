package cn.zrzy.hub.console;

import cn.zrzy.hub.act.bulk.Job;
import cn.zrzy.hub.ceremony.hall.DrawScene;
import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.delivery.PartnerState;
import cn.zrzy.hub.duty.ClockState;
import cn.zrzy.hub.duty.DutyRun;
import cn.zrzy.hub.intake.QuarantinedRow;
import cn.zrzy.hub.registry.SyncRun;

/**
 * 状态标记: a state of one thing as every page shows it: one word, one mark. Run, batch, message, addressee, route, draw, clock
 * and quarantined row have each one vocabulary, and no page has words of its own for them.
 *
 * @param word message key
 * @param state the constant's name
 */
record Sign(Mark mark, String word, String state) {

    /** @throws IllegalArgumentException for an enum that is no vocabulary */
    static Sign of(Enum<?> state) {
        if (state instanceof DutyRun.State run) {
            return new Sign(mark(run), "run." + run, run.name());
        }
        if (state instanceof SyncRun.State batch) {
            return new Sign(mark(batch), "sync." + batch, batch.name());
        }
        if (state instanceof DispatchState message) {
            return new Sign(mark(message), "dispatch." + message, message.name());
        }
        if (state instanceof PartnerState partner) {
            return new Sign(mark(partner), "partner-state." + partner, partner.name());
        }
        if (state instanceof RouteState route) {
            return new Sign(route.mark(), "route." + route, route.name());
        }
        if (state instanceof DrawScene.State draw) {
            return new Sign(mark(draw), "site.state." + draw, draw.name());
        }
        if (state instanceof ClockState clock) {
            return new Sign(mark(clock), "clock." + clock, clock.name());
        }
        if (state instanceof QuarantinedRow.State row) {
            return new Sign(mark(row), "quarantined." + row, row.name());
        }
        if (state instanceof Job.State job) {
            return new Sign(mark(job), "job." + job, job.name());
        }
        if (state instanceof Urgency urgency) {
            return new Sign(urgency.mark(), "urgency." + urgency, urgency.name());
        }
        throw new IllegalArgumentException("no vocabulary: " + state.getDeclaringClass());
    }

    private static Mark mark(DutyRun.State state) {
        return switch (state) {
            case DUE -> Mark.QUEUED;
            case RUNNING -> Mark.RUNNING;
            case WAITING -> Mark.WAITING;
            case DONE -> Mark.DONE;
            case PARTIAL -> Mark.PARTIAL;
            case HELD -> Mark.HELD;
            case FAILED, MISSED -> Mark.FAILED;
            case SKIPPED -> Mark.STOPPED;
        };
    }

    private static Mark mark(SyncRun.State state) {
        return switch (state) {
            case STAGING, COMPARED -> Mark.RUNNING;
            case HELD -> Mark.HELD;
            case APPLIED -> Mark.DONE;
            case REFUSED, OVERTAKEN -> Mark.STOPPED;
            case ABANDONED -> Mark.FAILED;
        };
    }

    private static Mark mark(DispatchState state) {
        return switch (state) {
            case OWED -> Mark.WAITING;
            case SENDING -> Mark.RUNNING;
            case SENT -> Mark.QUEUED;
            case CONFIRMED -> Mark.DONE;
            case DOUBTED -> Mark.UNKNOWN;
            case PARKED -> Mark.FAILED;
        };
    }

    private static Mark mark(PartnerState state) {
        return switch (state) {
            case CALM -> Mark.DONE;
            case WAITING -> Mark.WAITING;
            case PAUSED, WINDOW, HELD -> Mark.SUSPENDED;
            case DOUBTED -> Mark.UNKNOWN;
            case PARKED -> Mark.FAILED;
            case SILENT -> Mark.FAILED;
        };
    }

    private static Mark mark(DrawScene.State state) {
        return switch (state) {
            case CALLED, WAITING -> Mark.WAITING;
            case FROZEN, READY -> Mark.QUEUED;
            case DEAD -> Mark.FAILED;
            case DRAWN -> Mark.DONE;
            case SEALED -> Mark.HELD;
            case VOID -> Mark.STOPPED;
        };
    }

    private static Mark mark(Job.State state) {
        return switch (state) {
            case GATHERING, RUNNING, ENDING -> Mark.RUNNING;
            case HALTED -> Mark.SUSPENDED;
            case STOPPED -> Mark.STOPPED;
            case DONE -> Mark.DONE;
        };
    }

    private static Mark mark(ClockState state) {
        return switch (state) {
            case RUNNING -> Mark.WAITING;
            case SOON, TODAY -> Mark.DUE;
            case OVERDUE -> Mark.FAILED;
        };
    }

    private static Mark mark(QuarantinedRow.State state) {
        return state == QuarantinedRow.State.OPEN ? Mark.QUEUED : Mark.STOPPED;
    }
}
