package cn.zrzy.hub.console.find;

import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.delivery.DispatchFile;
import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.delivery.DispatchSummary;
import cn.zrzy.hub.kernel.Acting;
import cn.zrzy.hub.kernel.Masking;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 报送 as the API gives them: found by words as by the console's box, and one from its fact to its receipt; no bytes. */
@Component("messageRows")
class MessageRows {

    private final DispatchDesk desk;
    private final Search search;

    MessageRows(DispatchDesk desk, Search search) {
        this.desk = desk;
        this.search = search;
    }

    record Row(
            String dispatch,
            String partner,
            String key,
            String sentence,
            String about,
            DispatchState state,
            int attempts,
            OffsetDateTime owedAt,
            @Nullable OffsetDateTime nextAt,
            String causeCode,
            String cause,
            String receiptNo) {

        static Row of(DispatchSummary message) {
            return new Row(
                    message.dispatch(),
                    message.partner(),
                    message.key(),
                    message.sentence(),
                    Masking.party(message.about().code(), message.about().name()),
                    message.state(),
                    message.attempts(),
                    message.owedAt(),
                    message.nextAt(),
                    message.causeCode(),
                    Masking.text(message.cause()),
                    message.receiptNo());
        }
    }

    /**
     * One message and what became of it (报送卷宗).
     *
     * @param digest SM3 of what was sent; empty until it was first rendered
     * @param blockedBy the older one that holds it back; empty when none does
     */
    record Whole(
            Row message, String traceId, String digest, String blockedBy, List<Step> steps, List<Paper> receipts) {}

    /** A try of ours, or what a person did. */
    record Step(OffsetDateTime at, String kind, String outcome, String code, String detail) {}

    record Paper(String receiptNo, String digest, OffsetDateTime at, String verdict) {}

    /** What fits in full comes first, then the newest; at most {@link DispatchDesk#FOUND}. */
    List<Row> find(String words) {
        String role = role();
        List<DispatchSummary> found = search.patiently(() ->
                        desk.search(search.sought(words.strip(), role, DispatchDesk.FOUND), DispatchDesk.Filter.ALL))
                .orElseThrow(() -> new Rejected("E-FIND-LATE", "查得太久，已停下；请写得更完整一些再查", Place.field("words")));
        return search.readable(found, role).stream().map(Row::of).toList();
    }

    /** @throws Rejected E-DISPATCH-UNKNOWN */
    Whole show(String dispatch) {
        DispatchFile whole = desk.one(dispatch)
                .orElseThrow(() ->
                        new Rejected("E-DISPATCH-UNKNOWN", "没有流水号为 " + dispatch + " 的报送", Place.field("dispatch")));
        String role = role();
        DispatchFile file = search.closed(whole.summary(), role) ? whole.closed() : whole;
        DispatchSummary message =
                search.readable(List.of(whole.summary()), role).get(0);
        return new Whole(
                Row.of(message),
                message.traceId(),
                file.bodyDigest(),
                file.blockedBy(),
                Steps.of(file),
                file.receipts().stream()
                        .map(DispatchFile.StoredReceipt::receipt)
                        .map(r -> new Paper(r.receiptNo(), r.digest(), r.at(), r.verdict()))
                        .toList());
    }

    private static String role() {
        return Acting.now().map(Acting::role).orElse("");
    }

    /** In the order in which it happened. */
    private static final class Steps {

        static List<Step> of(DispatchFile file) {
            return Stream.concat(
                            file.attempts().stream().map(Steps::tried),
                            file.acts().stream().map(Steps::acted))
                    .sorted(Comparator.comparing(Step::at))
                    .toList();
        }

        private static Step tried(DispatchFile.Attempt a) {
            return new Step(
                    a.startedAt(), a.kind(), text(a.outcome()), text(a.causeCode()), Masking.text(text(a.cause())));
        }

        private static Step acted(DispatchFile.Act a) {
            return new Step(a.at(), a.act(), "", "", a.who() + "：" + Masking.text(a.reason()));
        }

        private static String text(@Nullable String maybe) {
            return maybe == null ? "" : maybe;
        }
    }
}
