package cn.zrzy.hub.plumbing.probe;

import cn.zrzy.hub.kernel.Beijing;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Until when a server's certificate lasts (证书到期日), whether or not we would trust it. */
final class Certificates {

    private static final int PATIENCE_MILLIS = 4_000;
    private static final int HTTPS = 443;

    private Certificates() {}

    /** To be added to a sentence; empty when the address is not https or nobody shows a certificate. */
    static String told(String base) {
        if (!base.startsWith("https://")) {
            return "";
        }
        try {
            URI address = URI.create(base);
            int port = address.getPort() < 0 ? HTTPS : address.getPort();
            LocalDate end = shown(address.getHost(), port)
                    .getNotAfter()
                    .toInstant()
                    .atZone(Beijing.ZONE)
                    .toLocalDate();
            return "；对方证书到期日 " + end;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            return "";
        }
    }

    private static X509Certificate shown(String host, int port) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Looking()}, null);
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
            plain.setSoTimeout(PATIENCE_MILLIS);
            SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true);
            socket.startHandshake();
            Certificate[] chain = socket.getSession().getPeerCertificates();
            return (X509Certificate) chain[0];
        }
    }

    /** Takes any certificate, since it is only read: not a byte of ours follows the handshake. */
    private static final class Looking implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            throw new UnsupportedOperationException("we are no server");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
