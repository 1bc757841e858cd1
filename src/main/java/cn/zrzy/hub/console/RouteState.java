package cn.zrzy.hub.console;

/** 路由状态, as an operator would call it: what became of what it carried, from good to bad. */
enum RouteState {
    /** 待命: nothing came of late. */
    IDLE(Mark.WAITING),
    /** 正常. */
    RUNNING(Mark.DONE),
    /** 受阻: something was not taken and is tried again. */
    FAILING(Mark.UNKNOWN),
    /** 已暂停. */
    SUSPENDED(Mark.SUSPENDED),
    /** 已停止. */
    STOPPED(Mark.STOPPED),
    /** 有待人工: something was refused or held. */
    PARKED(Mark.FAILED),
    /** 最近一次失败. */
    FAILED(Mark.FAILED);

    private final Mark mark;

    RouteState(Mark mark) {
        this.mark = mark;
    }

    Mark mark() {
        return mark;
    }

    RouteState orWorse(RouteState other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
