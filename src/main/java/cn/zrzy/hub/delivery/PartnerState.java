package cn.zrzy.hub.delivery;

/** How an addressee stands (对接单位状态). */
public enum PartnerState {
    /** 正常: nothing is open. */
    CALM,
    /** 有待发: something is on its way, nothing fails. */
    WAITING,
    /** 已暂停: a person has paused it until a moment. */
    PAUSED,
    /** 停机窗口: it is away as its calendar said. */
    WINDOW,
    /** 对键未完: held until it has told which keys it holds. */
    HELD,
    /** 结果未知: it answers, but the outcome of something is unknown. */
    DOUBTED,
    /** 有待人工: it has refused something. */
    PARKED,
    /** 不通: it has answered nothing of what was tried since. */
    SILENT
}
