package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.delivery.terms.DeliveryTerms;
import cn.zrzy.hub.delivery.terms.Failure;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What becomes of a dispatch whose step failed (失败去向), inside the transaction that its caller opened. */
@Component
class Setbacks {

    private static final Logger LOG = LoggerFactory.getLogger(Setbacks.class);

    private final JdbcClient jdbc;
    private final Moves moves;
    private final DeliveryTerms terms;

    Setbacks(JdbcClient jdbc, Moves moves, DeliveryTerms terms) {
        this.jdbc = jdbc;
        this.moves = moves;
        this.terms = terms;
    }

    void park(String dispatch, long lease, Exception why) {
        held(dispatch, lease, row -> moves.park(row, "REJECTED", Failure.code(why), Failure.sentence(why)));
    }

    void doubt(String dispatch, long lease, Exception why) {
        tell(dispatch, why);
        held(dispatch, lease, row -> {
            if (Failure.of(why) == Failure.NOT_SENT) {
                moves.postpone(row, why);
            } else {
                moves.doubt(row, "LOST", why);
            }
        });
    }

    void postpone(String dispatch, long lease, Exception why) {
        tell(dispatch, why);
        held(dispatch, lease, row -> {
            if (row.is(DispatchState.SENDING) && mayHaveLeft(row, why)) {
                moves.doubt(row, "LOST", why);
            } else if (Failure.of(why) == Failure.UNKNOWN && row.setbacks() + 1 >= terms.faultsAfter()) {
                // A fault of our own that comes every time is nothing that waiting mends.
                moves.park(row, "LATER", Failure.code(why), Failure.sentence(why));
            } else {
                moves.postpone(row, why);
            }
        });
    }

    /** The exception's own words, for whoever looks into it; the ledger keeps what they mean. */
    private static void tell(String dispatch, Exception why) {
        if (Failure.of(why) == Failure.UNKNOWN) {
            LOG.warn("报送 {} 未成", dispatch, why);
        } else {
            LOG.info("报送 {} 未成：{}", dispatch, String.valueOf(why));
        }
    }

    /** Once the bytes are kept, the next step sends them: an error that nobody knows may have come after that. */
    private boolean mayHaveLeft(DispatchRow row, Exception why) {
        return switch (Failure.of(why)) {
            case MAYBE_SENT -> true;
            case NOT_SENT -> false;
            case UNKNOWN ->
                jdbc.sql("select exists (select 1 from delivery.attempt"
                                + " where dispatch = ? and ended_at is null and request_digest <> '')")
                        .param(row.no())
                        .query(Boolean.class)
                        .single();
        };
    }

    /** Runs in the route's error policy, so a lost lease must not raise a second error: the ledger has decided already. */
    private void held(String dispatch, long lease, Consumer<DispatchRow> move) {
        moves.lockInLine(dispatch)
                .filter(row -> row.heldBy(lease))
                .ifPresentOrElse(
                        move, () -> LOG.info("dispatch {} lease {} has passed on; nothing written", dispatch, lease));
    }
}
