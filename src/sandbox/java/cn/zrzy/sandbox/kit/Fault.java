package cn.zrzy.sandbox.kit;

/** 报文差错: one place where a message departs from its schema. */
public record Fault(Kind kind, String path, String what) {

    /** 差错类别, in the order of the partner's error tables. */
    public enum Kind {
        MISSING,
        TYPE,
        FORMAT,
        CODE,
        LENGTH,
        EXTRA,
        FEW
    }

    @Override
    public String toString() {
        return path + "：" + what;
    }
}
