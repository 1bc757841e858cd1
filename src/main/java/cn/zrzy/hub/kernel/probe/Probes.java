package cn.zrzy.hub.kernel.probe;

import java.util.List;

/**
 * 测试连接: asks another system something harmless, at its real address and with the credentials really in use. Nothing takes
 * effect there.
 */
public interface Probes {

    /** Those that can be asked, by code: partners and sources. */
    List<String> systems();

    /** Waits ten seconds at most, and never throws: what went wrong is the answer. */
    Probe ask(String system);
}
