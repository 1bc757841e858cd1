package cn.zrzy.hub.alert;

import java.util.Map;

/** 告警渠道: one way to reach people. A call ends within its bound, whatever the other side does. */
public interface AlertChannel {

    /** Bytes of UTF-8 that one message may have. */
    int room();

    /** @throws NotTold when the other side did not say in its own words that it took the message */
    void tell(Bulletin bulletin) throws NotTold;

    /** Those that the settings name, by name. */
    record All(Map<String, AlertChannel> byName) {}
}
