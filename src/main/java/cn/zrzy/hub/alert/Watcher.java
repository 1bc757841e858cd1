package cn.zrzy.hub.alert;

/** The outside watcher (外部看守), who is called while alerting works and raises the alarm when the calls stop. */
public interface Watcher {

    /** @return true when it answered with 2xx */
    boolean call(String url);
}
