package cn.zrzy.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** 取件人: one SFTP session of the hub, for tests. */
final class Sftp implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final SshClient SSH = client();

    private final ClientSession session;
    final SftpClient files;

    /** One client for all tests: setting it up costs more than a test does. */
    private static SshClient client() {
        SshClient ssh = SshClient.setUpDefaultClient();
        ssh.setServerKeyVerifier((session, address, key) -> true);
        ssh.start();
        return ssh;
    }

    Sftp(int port, String password) throws IOException {
        session = SSH.connect("hub", "127.0.0.1", port).verify(PATIENCE).getSession();
        session.addPasswordIdentity(password);
        session.auth().verify(PATIENCE);
        files = SftpClientFactory.instance().createSftpClient(session);
    }

    byte[] read(String path) throws IOException {
        try (var in = files.read(path)) {
            return in.readAllBytes();
        }
    }

    void write(String path, byte[] bytes) throws IOException {
        try (var out = files.write(path)) {
            out.write(bytes);
        }
    }

    List<String> names(String folder) throws IOException {
        return StreamSupport.stream(files.readDir(folder).spliterator(), false)
                .map(SftpClient.DirEntry::getFilename)
                .filter(name -> !name.startsWith("."))
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        session.close(true);
    }
}
