package cn.zrzy.hub.delivery.dispatch;

import cn.zrzy.hub.delivery.Receipt;
import cn.zrzy.hub.delivery.terms.Backoff;
import cn.zrzy.hub.delivery.terms.DeliveryTerms;
import cn.zrzy.hub.kernel.AnswerLost;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/** A dispatch that stands anywhere in the table, without a database, and every event as a sentence. */
final class Stood {

    static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-28T09:00:00+08:00");
    static final long LEASE = 7;
    static final String DIGEST = "d".repeat(64);
    static final String KEY = "refer-case-to-enforcement:F1@1:ABCDEFGHJK";

    static final DeliveryTerms TERMS = new DeliveryTerms(
            Duration.ofSeconds(40), 8, 3, 10, Duration.ofSeconds(5), Duration.ofMinutes(15), 0, Map.of());
    static final Backoff BACKOFF = new Backoff(TERMS);
    static final Duration TERM = Duration.ofHours(24);

    private static final Versions ALONE = new Versions() {
        @Override
        public Optional<String> newer(Consignment one) {
            return Optional.empty();
        }

        @Override
        public Optional<String> older(Consignment one) {
            return Optional.empty();
        }
    };

    private Stood() {}

    static Dispatch at(Standing standing, boolean unsure, boolean askable) {
        return at(standing, unsure, askable, new Tally(2, 1, 4, standing.isBegun() ? 1 : 0), LEASE);
    }

    static Dispatch at(Standing standing, boolean unsure, boolean askable, Tally tally, long lease) {
        boolean failed = standing == Standing.PARKED;
        boolean waits = standing == Standing.OWED || standing == Standing.SENT || standing == Standing.DOUBTED;
        return new Dispatch(
                what(askable),
                new Course(
                        new Situation(
                                standing.state(), unsure, null, failed ? "E-1042" : "", failed ? "退回" : "", "监管科"),
                        new Lease(lease, standing.isLeased() ? NOW.plusSeconds(40) : null, standing.isBegun()),
                        tally,
                        new Moments(
                                NOW,
                                waits ? NOW.minusSeconds(1) : null,
                                null,
                                standing.hasLeft() ? NOW.minusHours(1) : null,
                                standing == Standing.CONFIRMED ? NOW.minusHours(1) : null,
                                failed ? NOW.minusHours(1) : null,
                                null)));
    }

    /** As it would be read again after it was saved. */
    static Dispatch reread(Dispatch one) {
        Course course = one.course();
        return new Dispatch(
                one.what(), new Course(course.situation(), course.lease(), course.tally(), course.moments()));
    }

    private static Consignment what(boolean askable) {
        return new Consignment(
                1, "D000000001", "route", "partner", 1, askable, "F1@1", "F1", "P1", KEY, "0".repeat(32), DIGEST);
    }

    static Receipt receipt(String verdict) {
        return new Receipt(KEY, "号1", DIGEST, NOW, verdict, "", "{}");
    }

    /** @return false where it is passed over; a worker and a person are told by an exception */
    static boolean happens(DispatchEvent event, Dispatch to, long lease) {
        switch (event) {
            case CLAIM -> throw new IllegalArgumentException("the database claims");
            case BEGIN -> to.begin(lease, false, TERMS);
            case KEEP -> to.keep(lease, DIGEST, false);
            case CONFIRM -> to.confirm(lease, receipt("受理"));
            case SENT -> to.sent(lease, "已入队", TERM);
            case ASK -> to.ask(lease, TERMS);
            case FOUND -> to.settle(lease, receipt("受理"));
            case ABSENT -> to.settle(lease, Receipt.absent(KEY, "{}"));
            case ACCEPTED -> told(to, "受理");
            case DECLINED -> told(to, "不受理");
            case DUE_NOW -> to.byHand("王强", "再报").dueNow(ALONE);
            case ASK_NOW -> to.byHand("王强", "再问").askNow();
            case STOP -> to.byHand("王强", "先停").stop();
            case CLOSE -> to.byHand("王强", "已当面交").close("豫〔2026〕1号", ALONE, NOW);
            default -> {
                return passes(event, to, lease);
            }
        }
        return true;
    }

    private static boolean passes(DispatchEvent event, Dispatch to, long lease) {
        return switch (event) {
            case RELEASE -> to.relayed().release(lease);
            case EXPIRE -> to.relayed().expire(Integer.MAX_VALUE, BACKOFF);
            case POISON -> to.relayed().expire(0, BACKOFF);
            case OVERDUE -> to.relayed().overdue();
            case CARRIER_LOST -> to.relayed().carrierLost();
            case REFUSED -> to.failing().park(lease, new Rejected("E-1042", "不合规范"));
            case LOST -> to.failing().doubt(lease, new AnswerLost("断了"), BACKOFF);
            case LATER -> to.failing().postpone(lease, new TryLater("忙"), () -> false, 10, BACKOFF);
            case FAULT -> to.failing().postpone(lease, new IllegalStateException("bug"), () -> false, 1, BACKOFF);
            default -> throw new IllegalArgumentException(event.name());
        };
    }

    private static void told(Dispatch to, String verdict) {
        to.signed().take(receipt(verdict), "partner", new Signed.Known(false, false), NOW);
    }
}
