package cn.zrzy.hub.kernel;

import java.io.IOException;

/**
 * Named places at which a fault test kills this very process with SIGKILL (故障注入点), so that every gap between two
 * commits is tried. Armed by {@code -Dhub.crash=<name>} only; without it {@link #reached} is one comparison.
 */
public final class CrashPoint {

    private static final String ARMED = System.getProperty("hub.crash", "");

    private CrashPoint() {}

    public static void reached(String name) {
        if (!ARMED.isEmpty() && ARMED.equals(name)) {
            die();
        }
    }

    private static void die() {
        try {
            new ProcessBuilder(
                            "kill", "-9", Long.toString(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            Runtime.getRuntime().halt(137);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(137);
    }
}
