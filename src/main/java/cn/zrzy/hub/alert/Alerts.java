package cn.zrzy.hub.alert;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** 告警簿: what a person may see of the alerts and do about them. Each verb joins the caller's transaction. */
public interface Alerts {

    /** Urgent ones first, then by age. */
    List<Alert> open();

    /** Those that ended within the period, newest first. */
    List<Alert> ended(OffsetDateTime from, OffsetDateTime to, int limit);

    Optional<Alert> find(long no);

    /** 认领: who deals with it and what is to be known; claims again what another had. */
    void claim(long no, String who, String note);

    /** Nothing is told of this cause until the moment, even if it ends and comes again. */
    void mute(String cause, OffsetDateTime until, String who, String reason);

    /** Told again from the next round on. */
    void unmute(String cause);

    /** One message by one channel, without any alert; {@link Channels} tells what became of it. */
    void test(String channel);

    /** What was told lately, newest first. */
    List<Told> told(int limit);

    /**
     * @param sentence of the alert; empty for a test
     * @param channel by which it went; of a waiting one empty
     */
    record Told(
            long no,
            Long alert,
            Letter.What what,
            String sentence,
            String channel,
            String state,
            OffsetDateTime madeAt,
            OffsetDateTime sentAt) {}
}
