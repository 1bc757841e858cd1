package cn.zrzy.hub.ceremony.record;

/** 平台经办的抽取: draws in which the provincial platform has a part (modes P and S). */
public interface PlatformDraws {

    /** Does the platform draw for this scheme itself (mode P)? */
    boolean drawsItself(String schemeNo);

    /** Has the platform a part in this scheme's draw before it is held (modes P and S)? */
    boolean takesPart(String schemeNo);

    /** @throws cn.zrzy.hub.kernel.Rejected E-DRAW-UNKNOWN */
    PlatformSheet sheet(String drawNo);
}
