package cn.zrzy.hub.delivery;

/** Why nothing is sent to a partner just now (停发原因). */
public enum Halt {
    /** 不停: it is sent to. */
    NONE,
    /** 对键未完: it has not told yet which keys it holds. */
    KEYS,
    /** 暂停报送: a person has paused it. */
    PAUSED,
    /** 停机窗口: its own calendar says that it is away. */
    WINDOW
}
