package cn.zrzy.hub.delivery;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;

/** What was sent and what was signed for (报送与回执清单): for the page of an object and for auditors; reads only. */
public interface ReceiptDesk {

    /** One message with the receipt that closed it, if there is one yet. */
    record Line(Sent sent, Signed signed) {

        /** Signed for, and for the very bytes that were sent. */
        public boolean matches() {
            return !signed.receiptNo.isEmpty() && signed.receiptDigest.equals(sent.digest);
        }

        /** Nobody's name beside what is of these draws. */
        public Line hiding(Collection<String> sealed) {
            return sealed.contains(sent.drawNo) ? new Line(sent.aboutNobody(), signed) : this;
        }

        /** Of all versions of one thing a partner holds the last that it signed for. */
        public String thing() {
            return sent.partner + " " + sent.key.replaceFirst("@[^@]*$", "");
        }
    }

    /**
     * @param object code of the object that it is about, empty when it is about none; {@code name} is its name
     * @param drawNo the draw that drew it; while that is sealed only the office may learn the name
     * @param sentAt when an attempt first left with these bytes; null when none did
     * @param digest SM3 of those bytes
     */
    record Sent(
            String dispatch,
            String partner,
            String key,
            String object,
            String name,
            String sentence,
            String drawNo,
            OffsetDateTime sentAt,
            String digest) {

        Sent aboutNobody() {
            return new Sent(dispatch, partner, key, "", "", sentence, drawNo, sentAt, digest);
        }
    }

    /**
     * All empty while nobody has signed.
     *
     * @param receiptDigest of what the partner says it received
     * @param receivedAt the partner's own time; null when it says none
     * @param readAt when the receipt reached us
     */
    record Signed(
            String receiptNo, String verdict, String receiptDigest, OffsetDateTime receivedAt, OffsetDateTime readAt) {}

    /** Everything sent about these objects, newest first. */
    List<Line> about(Collection<String> codes, Collection<String> sealed, int most);

    /**
     * What left for a partner in a span of time, oldest first; page by page.
     *
     * @param after dispatch after which the page begins; empty for the first
     */
    List<Line> sent(String partner, OffsetDateTime from, OffsetDateTime until, String after, int most);
}
