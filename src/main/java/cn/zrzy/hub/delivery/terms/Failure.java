package cn.zrzy.hub.delivery.terms;

import cn.zrzy.hub.kernel.AnswerLost;
import cn.zrzy.hub.kernel.Masking;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import java.util.Set;

/**
 * What an exception says about the bytes (失败归类): they never left, they may have arrived, or the partner has answered.
 * Transport exceptions are told apart by name, so that this room needs no transport on its class path.
 */
public enum Failure {
    /** Nothing left this machine, or the partner said "later"; sending again is safe. */
    NOT_SENT,
    /** It may have arrived. */
    MAYBE_SENT,
    /** Nobody knows from the exception alone; it depends on whether the bytes were about to leave. */
    UNKNOWN;

    private static final Set<String> NEVER_LEFT = Set.of(
            "java.net.ConnectException",
            "java.net.UnknownHostException",
            "java.net.NoRouteToHostException",
            "java.net.PortUnreachableException",
            "java.nio.channels.UnresolvedAddressException",
            "javax.net.ssl.SSLHandshakeException",
            "javax.net.ssl.SSLPeerUnverifiedException",
            "org.apache.hc.client5.http.HttpHostConnectException",
            "org.apache.hc.client5.http.ConnectTimeoutException",
            "org.apache.hc.core5.http.ConnectionRequestTimeoutException",
            "org.apache.hc.client5.http.UnsupportedSchemeException");

    private static final Set<String> MAY_HAVE_ARRIVED = Set.of(
            "java.net.SocketTimeoutException",
            "java.net.SocketException",
            "java.io.EOFException",
            "java.io.InterruptedIOException",
            "java.lang.InterruptedException",
            "org.apache.hc.core5.http.NoHttpResponseException",
            "org.apache.hc.core5.http.ConnectionClosedException",
            "org.apache.hc.core5.http.MalformedChunkCodingException",
            "org.apache.hc.core5.http.TruncatedChunkException",
            "org.apache.hc.core5.http.ProtocolException");

    /** The nearest known cause decides; a connect time-out is a socket time-out by inheritance, so own names come first. */
    public static Failure of(Throwable why) {
        int depth = 0;
        for (Throwable cause = why; cause != null && depth < 16; cause = cause.getCause(), depth++) {
            if (cause instanceof AnswerLost) {
                return MAYBE_SENT;
            }
            if (cause instanceof TryLater) {
                return NOT_SENT;
            }
            for (Class<?> type = cause.getClass(); type != null; type = type.getSuperclass()) {
                if (NEVER_LEFT.contains(type.getName())) {
                    return NOT_SENT;
                }
                if (MAY_HAVE_ARRIVED.contains(type.getName())) {
                    return MAYBE_SENT;
                }
            }
        }
        return UNKNOWN;
    }

    /** Our own word on it where there is one: the routing engine wraps what an expression throws. */
    public static Throwable ours(Throwable why) {
        int depth = 0;
        for (Throwable cause = why; cause != null && depth < 16; cause = cause.getCause(), depth++) {
            if (cause instanceof Rejected || cause instanceof TryLater || cause instanceof AnswerLost) {
                return cause;
            }
        }
        return why;
    }

    /** Stable code for the runbook and for grouping by cause. */
    public static String code(Throwable thrown) {
        Throwable why = ours(thrown);
        if (why instanceof Rejected rejected) {
            return rejected.code();
        }
        return switch (of(why)) {
            case MAYBE_SENT -> "E-UNKNOWN";
            case NOT_SENT -> why instanceof TryLater ? "E-BUSY" : "E-CONNECT";
            case UNKNOWN -> "E-INTERNAL";
        };
    }

    /** Chinese sentence for the operator, bounded, personal data masked. */
    public static String sentence(Throwable thrown) {
        Throwable why = ours(thrown);
        String text = switch (code(why)) {
            case "E-CONNECT" -> "连接不上对方，报文没有发出：" + root(why);
            case "E-INTERNAL" -> "处理中出错：" + root(why);
            case "E-UNKNOWN" ->
                why instanceof AnswerLost ? String.valueOf(why.getMessage()) : "已发出，没有收到可认的应答：" + root(why);
            default -> String.valueOf(why.getMessage());
        };
        String masked = Masking.text(text);
        return masked.length() <= 1000 ? masked : masked.substring(0, 1000) + "…";
    }

    private static String root(Throwable why) {
        Throwable root = why;
        for (int depth = 0; root.getCause() != null && depth < 16; depth++) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + (root.getMessage() == null ? "" : " " + root.getMessage());
    }
}
