package cn.zrzy.hub.plumbing;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Proxy;
import com.jcraft.jsch.SocketFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;

/**
 * The socket under an SFTP conversation, with one deadline and one amount for all of it (SFTP 连接的总时限与总量). JSch asks a
 * "proxy" for its socket, which is the only place where both can be kept whatever the server does above it.
 */
class BoundedSockets implements Proxy {

    private final Duration within;
    private final long limit;
    private final BoundsWatch watch;
    private Socket socket;
    private InputStream in;
    private ScheduledFuture<?> end;

    BoundedSockets(Duration within, long limit, BoundsWatch watch) {
        this.within = within;
        this.limit = limit;
        this.watch = watch;
    }

    @Override
    public synchronized void connect(SocketFactory factory, String host, int port, int timeout) throws JSchException {
        close();
        Socket opened = new Socket();
        try {
            opened.connect(new InetSocketAddress(host, port), timeout);
            opened.setTcpNoDelay(true);
            in = new Counted(opened.getInputStream(), opened);
        } catch (IOException e) {
            shut(opened);
            throw new JSchException("连接不上 " + host + ":" + port, e);
        }
        socket = opened;
        end = watch.after(within, () -> shut(opened));
    }

    @Override
    public synchronized InputStream getInputStream() {
        return in;
    }

    @Override
    public synchronized OutputStream getOutputStream() {
        try {
            return socket.getOutputStream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized Socket getSocket() {
        return socket;
    }

    @Override
    public synchronized void close() {
        if (end != null) {
            end.cancel(false);
            shut(socket);
            end = null;
        }
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed, whatever was wrong with it.
        }
    }

    /** Everything that came over this connection, protocol and padding counted in. */
    private final class Counted extends CountedStream {

        private final Socket own;

        Counted(InputStream in, Socket own) {
            super(in);
            this.own = own;
        }

        @Override
        void counted(long all) throws IOException {
            if (all > limit + limit / 8) {
                shut(own);
                throw new IOException("对方一次给出的内容超过上限 " + limit + " 字节，已断开");
            }
        }
    }
}
