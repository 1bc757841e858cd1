package cn.zrzy.hubctl;

/** What the shell is told (退出码); docs/hubctl.md lists them. */
final class Exit {

    static final int DONE = 0;
    /** Something was found that wants a person, or went wrong in here. */
    static final int FOUND = 1;
    /** The command line itself was wrong, or nobody agreed to it. */
    static final int USAGE = 2;
    /** The hub refused, with its code. */
    static final int REFUSED = 3;
    /** The token does not open this. */
    static final int UNAUTHORISED = 4;
    /** No answer, or an error of the hub's own. */
    static final int UNREACHABLE = 5;

    private Exit() {}
}
