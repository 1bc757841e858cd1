package cn.zrzy.hub.act;

/** 轮流: people who act on one thing do so one after the other, so that the second acts on what the first left. */
public interface Turns {

    /** Until the end of the transaction nobody else has this thing. */
    void take(String thing);
}
