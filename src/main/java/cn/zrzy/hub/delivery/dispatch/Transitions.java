package cn.zrzy.hub.delivery.dispatch;

import static cn.zrzy.hub.delivery.dispatch.DispatchEvent.*;
import static cn.zrzy.hub.delivery.dispatch.Standing.ASKING;
import static cn.zrzy.hub.delivery.dispatch.Standing.ASK_QUEUED;
import static cn.zrzy.hub.delivery.dispatch.Standing.CONFIRMED;
import static cn.zrzy.hub.delivery.dispatch.Standing.DOUBTED;
import static cn.zrzy.hub.delivery.dispatch.Standing.OWED;
import static cn.zrzy.hub.delivery.dispatch.Standing.PARKED;
import static cn.zrzy.hub.delivery.dispatch.Standing.QUEUED;
import static cn.zrzy.hub.delivery.dispatch.Standing.SENDING;

import cn.zrzy.hub.delivery.dispatch.Transition.Mark;
import cn.zrzy.hub.delivery.dispatch.Transition.Next;
import cn.zrzy.hub.delivery.dispatch.Transition.When;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** 状态变迁表: everything that may become of a dispatch. What stands in no line is refused. Printed in docs/delivery-states.md. */
public final class Transitions {

    /** Owed again, as ours: nothing of what failed before stands against the try that follows. */
    private static final Set<Mark> ANEW = Set.of(Mark.ENDED, Mark.SURE, Mark.AFRESH);

    private static final Set<Mark> DONE = Set.of(Mark.TAKEN, Mark.ENDED, Mark.SURE);
    private static final Set<Mark> FAILED = Set.of(Mark.SETBACK, Mark.ENDED);
    private static final Set<Mark> ENDED = Set.of(Mark.ENDED);
    private static final Set<Mark> NOTHING = Set.of();

    private static final Standing[] ANY = Standing.values();
    private static final Standing[] LEASED = {QUEUED, SENDING, ASK_QUEUED, ASKING};
    private static final Standing[] IDLE = {OWED, Standing.SENT, DOUBTED, PARKED};

    private static final List<Transition> TABLE = Stream.of(relay(), work(), failures(), receipts(), people())
            .flatMap(lines -> lines)
            .toList();

    private Transitions() {}

    /** What the hub itself does. The claim is made by the database, many at a time; its lines say what it has to do. */
    private static Stream<Transition> relay() {
        return Stream.of(
                        line(CLAIM, When.ALWAYS, QUEUED, Next.LEASE, NOTHING, OWED),
                        line(CLAIM, When.ASKABLE, ASK_QUEUED, Next.LEASE, NOTHING, DOUBTED),
                        line(CLAIM, When.REPEATABLE, QUEUED, Next.LEASE, NOTHING, DOUBTED),
                        line(RELEASE, When.CERTAIN, OWED, Next.NOW, NOTHING, QUEUED),
                        line(RELEASE, When.UNCERTAIN, DOUBTED, Next.NOW, NOTHING, QUEUED),
                        line(RELEASE, When.ALWAYS, DOUBTED, Next.NOW, NOTHING, ASK_QUEUED),
                        line(EXPIRE, When.CERTAIN, OWED, Next.NOW, NOTHING, QUEUED),
                        line(EXPIRE, When.UNCERTAIN, DOUBTED, Next.NOW, NOTHING, QUEUED),
                        line(EXPIRE, When.ALWAYS, DOUBTED, Next.NOW, NOTHING, ASK_QUEUED),
                        line(
                                EXPIRE,
                                When.ALWAYS,
                                DOUBTED,
                                Next.BACKOFF,
                                Set.of(Mark.SETBACK, Mark.UNSURE),
                                SENDING,
                                ASKING),
                        line(POISON, When.ALWAYS, PARKED, Next.NONE, ENDED, SENDING, ASKING),
                        line(OVERDUE, When.ALWAYS, PARKED, Next.NONE, ENDED, Standing.SENT),
                        line(CARRIER_LOST, When.ALWAYS, OWED, Next.NOW, ANEW, Standing.SENT))
                .flatMap(lines -> lines);
    }

    /** What a route does that holds the lease. */
    private static Stream<Transition> work() {
        return Stream.of(
                        line(BEGIN, When.ALWAYS, SENDING, Next.LEASE, Set.of(Mark.ATTEMPT, Mark.OPENED), QUEUED),
                        line(KEEP, When.ALWAYS, SENDING, Next.KEPT, NOTHING, SENDING),
                        // A receipt that outlived its lease still proves delivery, unless somebody else is at work.
                        line(CONFIRM, When.ALWAYS, CONFIRMED, Next.NONE, DONE, SENDING, DOUBTED),
                        line(
                                DispatchEvent.SENT,
                                When.ALWAYS,
                                Standing.SENT,
                                Next.TERM,
                                Set.of(Mark.TAKEN, Mark.ENDED),
                                SENDING),
                        // Their reply overtook us.
                        line(DispatchEvent.SENT, When.ALWAYS, CONFIRMED, Next.KEPT, NOTHING, CONFIRMED),
                        line(DispatchEvent.SENT, When.ALWAYS, PARKED, Next.KEPT, NOTHING, PARKED),
                        line(ASK, When.ALWAYS, ASKING, Next.LEASE, Set.of(Mark.QUESTION, Mark.OPENED), ASK_QUEUED),
                        line(FOUND, When.ALWAYS, CONFIRMED, Next.NONE, DONE, ASKING),
                        line(ABSENT, When.ALWAYS, OWED, Next.NOW, ANEW, ASKING))
                .flatMap(lines -> lines);
    }

    private static Stream<Transition> failures() {
        return Stream.of(
                        line(REFUSED, When.ALWAYS, PARKED, Next.NONE, ENDED, LEASED),
                        line(FAULT, When.ALWAYS, PARKED, Next.NONE, ENDED, LEASED),
                        line(
                                LOST,
                                When.ALWAYS,
                                DOUBTED,
                                Next.BACKOFF,
                                Set.of(Mark.SETBACK, Mark.ENDED, Mark.UNSURE),
                                LEASED),
                        line(LATER, When.CERTAIN, OWED, Next.BACKOFF, FAILED, QUEUED, SENDING),
                        line(LATER, When.UNCERTAIN, DOUBTED, Next.BACKOFF, FAILED, QUEUED, SENDING),
                        line(LATER, When.ALWAYS, DOUBTED, Next.BACKOFF, FAILED, ASK_QUEUED, ASKING))
                .flatMap(lines -> lines);
    }

    /** Receipts that come by themselves come when they please; what they say counts wherever we stand. */
    private static Stream<Transition> receipts() {
        return Stream.of(
                        line(
                                ACCEPTED,
                                When.ALWAYS,
                                CONFIRMED,
                                Next.NONE,
                                DONE,
                                Stream.of(ANY).filter(one -> one != CONFIRMED).toArray(Standing[]::new)),
                        line(ACCEPTED, When.ALWAYS, CONFIRMED, Next.KEPT, NOTHING, CONFIRMED),
                        line(DECLINED, When.ALWAYS, PARKED, Next.NONE, Set.of(Mark.SURE, Mark.ENDED), ANY))
                .flatMap(lines -> lines);
    }

    /** Nothing that is on its way can be touched; the lease ends first. */
    private static Stream<Transition> people() {
        return Stream.of(
                        line(DUE_NOW, When.ALWAYS, OWED, Next.NOW, ANEW, OWED),
                        line(DUE_NOW, When.SEND_AGAIN, OWED, Next.NOW, ANEW, PARKED),
                        line(DUE_NOW, When.REPEATABLE, OWED, Next.NOW, ANEW, Standing.SENT, DOUBTED),
                        line(DUE_NOW, When.ASK_FIRST, DOUBTED, Next.NOW, ENDED, PARKED, DOUBTED),
                        line(ASK_NOW, When.ASK_FIRST, DOUBTED, Next.NOW, ENDED, PARKED, DOUBTED),
                        line(STOP, When.ALWAYS, PARKED, Next.NONE, ENDED, IDLE),
                        line(CLOSE, When.ALWAYS, CONFIRMED, Next.NONE, DONE, IDLE))
                .flatMap(lines -> lines);
    }

    private static Stream<Transition> line(
            DispatchEvent event, When when, Standing to, Next next, Set<Mark> marks, Standing... from) {
        return Stream.of(from).map(one -> new Transition(one, event, when, to, next, marks));
    }

    public static List<Transition> all() {
        return TABLE;
    }

    /** @return empty when the table has no such line: it is refused */
    public static Optional<Transition> of(Standing from, DispatchEvent event, boolean unsure, boolean askable) {
        return TABLE.stream()
                .filter(line -> line.from() == from
                        && line.event() == event
                        && line.when().fits(unsure, askable))
                .findFirst();
    }
}
