package cn.zrzy.hub.source.trespassb;

/** The neighbour that {@code One} must not see. */
public class Other {
    cn.zrzy.hub.source.trespassa.One back;
}
