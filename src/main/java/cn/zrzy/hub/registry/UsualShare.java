package cn.zrzy.hub.registry;

import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * 隔离比例的常态: a night that quarantines what its feed usually does is a success with a note; only one that leaves the feed's
 * own range is half a success. Usual is up to so many times the median of the last nights made live; a share below the
 * setting needs nobody, and before there is a history the setting alone decides.
 */
@Component
public class UsualShare {

    /** So many nights are a feed's own history. */
    public static final int NIGHTS = 10;

    private final double percent;
    private final double times;

    public UsualShare(
            @Value("${guard.quarantined.percent:1}") double percent,
            @Value("${guard.quarantined.times:2}") double times) {
        this.percent = percent;
        this.times = times;
    }

    /** @return Chinese sentence without a full stop when tonight's share is unusual, else empty */
    public String objection(RowBalance tonight, List<RowBalance> before) {
        double share = percentOf(tonight);
        if (share <= percent) {
            return "";
        }
        if (before.isEmpty()) {
            return "隔离 " + words(share) + "，多于 " + words(percent);
        }
        double median = median(before);
        return share <= times * median
                ? ""
                : "隔离 " + words(share) + "，超出该来源的常态（近 " + before.size() + " 次的中位数 " + words(median) + "）";
    }

    private static double percentOf(RowBalance rows) {
        return rows.received() == 0 ? 0 : rows.quarantined() * 100.0 / rows.received();
    }

    private static double median(List<RowBalance> nights) {
        double[] shares =
                nights.stream().mapToDouble(UsualShare::percentOf).sorted().toArray();
        return (shares[(shares.length - 1) / 2] + shares[shares.length / 2]) / 2;
    }

    private static String words(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share);
    }
}
