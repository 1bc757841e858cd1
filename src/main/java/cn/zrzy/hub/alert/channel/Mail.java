package cn.zrzy.hub.alert.channel;

import cn.zrzy.hub.alert.AlertChannel;
import cn.zrzy.hub.alert.AlertTerms;
import cn.zrzy.hub.alert.Bulletin;
import cn.zrzy.hub.alert.NotTold;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * 邮件, by the address {@code smtp://host:port} (plain, inside the house), {@code smtp+tls://} (STARTTLS demanded) or
 * {@code smtps://}.
 */
class Mail implements AlertChannel {

    private final AlertTerms.Channel terms;
    private final Duration within;

    Mail(AlertTerms.Channel terms, Duration within) {
        this.terms = terms;
        this.within = within;
    }

    @Override
    public int room() {
        return 100_000;
    }

    @Override
    public void tell(Bulletin bulletin) throws NotTold {
        if (terms.to().isEmpty() || terms.from().isEmpty() || terms.url().isEmpty()) {
            throw new NotTold("没有写全邮件服务器、发件人、收件人");
        }
        try {
            JavaMailSenderImpl sender = sender();
            MimeMessage message = sender.createMimeMessage();
            MimeMessageHelper mail = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            mail.setFrom(terms.from());
            mail.setTo(terms.to().toArray(String[]::new));
            mail.setSubject(bulletin.subject());
            mail.setText(bulletin.text());
            message.setHeader("X-Hub-Alert", bulletin.id());
            sender.send(message);
        } catch (MailAuthenticationException e) {
            throw new NotTold("邮件服务器不认我方的账号");
        } catch (MailException | MessagingException | IllegalArgumentException e) {
            throw new NotTold("邮件服务器连不上，或没有收下");
        }
    }

    private JavaMailSenderImpl sender() {
        URI server = URI.create(terms.url());
        boolean wrapped = "smtps".equals(server.getScheme());
        String protocol = wrapped ? "smtps" : "smtp";
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setProtocol(protocol);
        sender.setHost(server.getHost());
        sender.setPort(server.getPort());
        Properties settings = sender.getJavaMailProperties();
        String millis = Long.toString(within.toMillis());
        settings.put("mail." + protocol + ".connectiontimeout", millis);
        settings.put("mail." + protocol + ".timeout", millis);
        settings.put("mail." + protocol + ".writetimeout", millis);
        settings.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        if ("smtp+tls".equals(server.getScheme())) {
            settings.put("mail.smtp.starttls.enable", "true");
            settings.put("mail.smtp.starttls.required", "true");
        }
        if (!terms.user().isEmpty()) {
            sender.setUsername(terms.user());
            sender.setPassword(terms.secret());
            settings.put("mail." + protocol + ".auth", "true");
        }
        return sender;
    }
}
