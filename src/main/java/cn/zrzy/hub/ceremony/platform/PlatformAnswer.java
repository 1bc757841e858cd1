package cn.zrzy.hub.ceremony.platform;

/**
 * What the provincial platform answered about one draw (平台应答), not yet read: to read it may refuse it, and that is one
 * draw's trouble, not its neighbours'.
 */
@FunctionalInterface
public interface PlatformAnswer<T> {

    /**
     * @throws cn.zrzy.hub.kernel.TryLater while they have nothing for this draw
     * @throws cn.zrzy.hub.kernel.Rejected when they refuse, or say what no one can use
     */
    T read();
}
