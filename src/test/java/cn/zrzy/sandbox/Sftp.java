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

    private final SshClient ssh = SshClient.setUpDefaultClient();
    final SftpClient files;

    Sftp(int port, String password) throws IOException {
        ssh.setServerKeyVerifier((session, address, key) -> true);
        ssh.start();
        try {
            ClientSession session =
                    ssh.connect("hub", "127.0.0.1", port).verify(PATIENCE).getSession();
            session.addPasswordIdentity(password);
            session.auth().verify(PATIENCE);
            files = SftpClientFactory.instance().createSftpClient(session);
        } catch (IOException | RuntimeException e) {
            ssh.stop();
            throw e;
        }
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
        ssh.stop();
    }
}
