package cn.zrzy.hub.alert;

import java.time.OffsetDateTime;

/**
 * One thing to tell (告警单).
 *
 * @param alert its number; 0 for a test
 * @param href of the alert
 */
public record Letter(long no, long alert, What what, String sentence, String href, OffsetDateTime since) {

    /** What it says of the alert (告警单种类). */
    public enum What {
        /** It is there, and can wait. */
        RAISED("可稍后", "waitable"),
        /** It cannot wait. */
        URGENT("须处理", "urgent"),
        /** Its mute is over and it is still there. */
        STILL("静音到时，仍须处理", "urgent"),
        /** Nobody has claimed it. */
        ESCALATED("无人认领", "escalated"),
        /** The desk shows it no more: mended, dealt with, or its partner is paused. */
        MENDED("值班台上已没有", ""),
        /** A person wants to know whether the channel works. */
        TEST("测试", "");

        private final String word;
        private final String route;

        What(String word, String route) {
            this.word = word;
            this.route = route;
        }

        public String word() {
            return word;
        }

        /** Which list of channels it goes by; MENDED goes wherever the alert was told, TEST by one channel. */
        String route() {
            return route;
        }
    }
}
