package cn.zrzy.sandbox.kit;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Set;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** 机关的 SFTP 门: user {@code hub} with the password of a secret file; each session has one mood from start to end. */
public final class SftpDoor implements AutoCloseable {

    private static final AttributeKey<Mood> MOOD = new AttributeKey<>();

    /** Which folder a session sees as its root. */
    @FunctionalInterface
    public interface Roots {
        Path of(Mood mood);
    }

    private final SshServer server = SshServer.setUpDefaultServer();

    /** @param sessionMoods the moods that act on a whole session here; others are left to the agency */
    public SftpDoor(
            String agency,
            Options options,
            int port,
            Moods moods,
            Set<Mood> sessionMoods,
            Roots roots,
            List<SftpEventListener> listeners)
            throws IOException {
        Path data = options.data();
        Secrets secrets = new Secrets(options.secrets());
        SimpleGeneratorHostKeyProvider keys = new SimpleGeneratorHostKeyProvider(data.resolve(agency + ".hostkey"));
        keys.setAlgorithm("EC");
        keys.setKeySize(256);
        server.setHost(options.bind());
        server.setPort(options.port(agency, "sftp", port));
        server.setKeyPairProvider(keys);
        server.setPasswordAuthenticator((user, password, session) -> user.equals("hub")
                && secrets.find(agency + "-sftp").filter(password::equals).isPresent());
        server.addSessionListener(new SessionListener() {
            @Override
            public void sessionCreated(Session session) {
                Mood mood = moods.take(sessionMoods);
                session.setAttribute(MOOD, mood);
                if (mood == Mood.DOWN) {
                    session.close(true);
                }
            }
        });
        server.setFileSystemFactory(new VirtualFileSystemFactory() {
            @Override
            public FileSystem createFileSystem(SessionContext session) throws IOException {
                if (mood(session) == Mood.SLOW) {
                    moods.sleep();
                }
                return super.createFileSystem(session);
            }

            @Override
            public Path getUserHomeDir(SessionContext session) {
                return roots.of(mood(session));
            }
        });
        SftpSubsystemFactory sftp = new SftpSubsystemFactory.Builder().build();
        listeners.forEach(sftp::addSftpEventListener);
        server.setSubsystemFactories(List.of(sftp));
        server.start();
        announce(agency, options, keys.loadKeys(null).iterator().next());
    }

    /** The mood that this session was met with. */
    public static Mood mood(SessionContext session) {
        Mood mood = session.getAttribute(MOOD);
        return mood == null ? Mood.CALM : mood;
    }

    private void announce(String agency, Options options, KeyPair pair) throws IOException {
        String line = "[" + options.knownAs() + "]:" + port() + " " + PublicKeyEntry.toString(pair.getPublic()) + "\n";
        Files.writeString(options.data().resolve(agency + ".known_hosts"), line);
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            // The process is ending; a socket that will not close is of no interest to anybody.
            server.close(true);
        }
    }
}
