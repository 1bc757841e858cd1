package cn.zrzy.sandbox.kit;

import java.io.IOException;

/** 模拟机关: a running simulated agency and the doors it listens at. */
public interface Agency extends AutoCloseable {

    String name();

    int http();

    /** The SFTP port, or -1 when the agency has no such door. */
    default int sftp() {
        return -1;
    }

    @Override
    void close();

    /** How an agency is opened, so that one JVM may hold one or all of them. */
    @FunctionalInterface
    interface Opening {
        Agency open(Options options) throws IOException;
    }

    /** Opens the agency, announces its ports on stdout and closes it when the JVM is asked to stop. */
    static Agency run(Options options, Opening opening) throws IOException {
        // Without this a small answer waits 40 ms for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // A caller's pooled connection must not die of old age: that would look like a lost answer without a mood.
        System.setProperty("sun.net.httpserver.idleInterval", "3600");
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "sandbox-logback.xml");
        }
        Agency agency = opening.open(options);
        Runtime.getRuntime().addShutdownHook(new Thread(agency::close));
        String sftp = agency.sftp() < 0 ? "" : " sftp=" + agency.sftp();
        System.out.println("READY " + agency.name() + " http=" + agency.http() + sftp);
        System.out.flush();
        return agency;
    }
}
