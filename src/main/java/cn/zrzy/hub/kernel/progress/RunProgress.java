package cn.zrzy.hub.kernel.progress;

import cn.zrzy.hub.kernel.Shift;

/**
 * 进度: a worker says how far it is, for people who watch; nothing depends on it. Called outside the work's transactions, else
 * nobody would see it before they end. Never throws.
 */
public interface RunProgress {

    /** The stages of a sync, in their order. */
    enum Stage {
        /** 拉取: until the first row can be read. */
        FETCH,
        /** 校验: rows read, good and bad. */
        STAGE,
        /** 比对. */
        COMPARE,
        /** 生效. */
        APPLY
    }

    /** The stage before it has ended. */
    void begins(Shift shift, Stage stage);

    /** Rows more, of the stage that is {@link Stage#STAGE}; the first of them begin it. */
    void more(Shift shift, long rows);

    /** How many there will be, once the source has said so. */
    void expects(Shift shift, long total);
}
