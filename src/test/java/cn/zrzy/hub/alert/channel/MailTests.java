package cn.zrzy.hub.alert.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.zrzy.hub.alert.AlertChannel;
import cn.zrzy.hub.alert.AlertTerms;
import cn.zrzy.hub.alert.NotTold;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** 邮件 against a small SMTP server. */
class MailTests {

    @Test
    void mailArrivesWithSubjectTextAndOurNumber() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> mail = CompletableFuture.supplyAsync(() -> serve(server, true));
            channel(server).tell(MisbehavingRobotTests.bulletin());
            String whole = mail.get(20, TimeUnit.SECONDS);
            assertThat(whole).contains("X-Hub-Alert: alert-letter-5-5", "Subject: =?UTF-8?", "To: a@example.cn");
        }
    }

    @Test
    void serverThatRefusesIsASentence() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture.supplyAsync(() -> serve(server, false));
            assertThat(catchThrowableOfType(NotTold.class, () -> channel(server).tell(MisbehavingRobotTests.bulletin()))
                            .getMessage())
                    .isEqualTo("邮件服务器连不上，或没有收下");
        }
    }

    @Test
    void serverThatSaysNothingIsCutOff() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(catchThrowableOfType(
                            NotTold.class, () -> channel(server).tell(MisbehavingRobotTests.bulletin())))
                    .isNotNull();
        }
    }

    private static AlertChannel channel(ServerSocket server) {
        return new Mail(
                new AlertTerms.Channel(
                        AlertTerms.Kind.MAIL,
                        "smtp://127.0.0.1:" + server.getLocalPort(),
                        "",
                        "",
                        "hub@example.cn",
                        List.of("a@example.cn")),
                Duration.ofSeconds(2));
    }

    private static String serve(ServerSocket server, boolean taking) {
        try (Socket caller = server.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
                PrintWriter out = new PrintWriter(caller.getOutputStream(), true, StandardCharsets.US_ASCII)) {
            out.print("220 mail\r\n");
            out.flush();
            StringBuilder mail = new StringBuilder();
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                mail.append(line).append('\n');
                if (data && !line.equals(".")) {
                    continue;
                }
                String answer = data
                        ? "250 taken"
                        : line.startsWith("DATA")
                                ? "354 go on"
                                : line.startsWith("RCPT") && !taking ? "550 nobody here" : "250 ok";
                data = line.startsWith("DATA");
                out.print(answer + "\r\n");
                out.flush();
                if (line.startsWith("QUIT")) {
                    break;
                }
            }
            return mail.toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
