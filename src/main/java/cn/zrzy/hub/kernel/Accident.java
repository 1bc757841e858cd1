package cn.zrzy.hub.kernel;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an exception that is not ours means, in words for people (事故归类). Its own English text is for the log alone. Told
 * apart by name, so that this room needs no transport on its class path.
 */
public enum Accident {
    NEVER_LEFT("连接不上对方"),
    NO_ANSWER("对方没有应答，或应答到一半中断"),
    ERROR_ANSWER("对方报错，没有给出结果"),
    FILE_SERVER("对方的文件服务器连不上，或不让存取"),
    UNREADABLE("对方给的内容读不懂"),
    OUR_OUTAGE("本系统的数据库没有应答"),
    STOPPING("枢纽正在停止或重启"),
    UNKNOWN("处理中出错，原因在我方，请技术值守按链路号查日志");

    private static final int DEPTH = 16;
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}{2}");

    /** Two words of another language in a row. */
    private static final Pattern FOREIGN = Pattern.compile("[A-Za-z]{2,}\\s+[A-Za-z]{2,}");

    private static final Map<Accident, Set<String>> NAMES = Map.of(
            NEVER_LEFT,
            Set.of(
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
                    "org.apache.hc.client5.http.UnsupportedSchemeException"),
            NO_ANSWER,
            Set.of(
                    "java.net.SocketTimeoutException",
                    "java.net.SocketException",
                    "java.io.EOFException",
                    "java.io.InterruptedIOException",
                    "java.lang.InterruptedException",
                    "org.apache.hc.core5.http.NoHttpResponseException",
                    "org.apache.hc.core5.http.ConnectionClosedException",
                    "org.apache.hc.core5.http.MalformedChunkCodingException",
                    "org.apache.hc.core5.http.TruncatedChunkException",
                    "org.apache.hc.core5.http.ProtocolException"),
            ERROR_ANSWER,
            Set.of("org.apache.camel.http.base.HttpOperationFailedException"),
            FILE_SERVER,
            Set.of(
                    "org.apache.camel.component.file.GenericFileOperationFailedException",
                    "com.jcraft.jsch.JSchException",
                    "com.jcraft.jsch.SftpException"),
            UNREADABLE,
            Set.of("com.fasterxml.jackson.core.JsonProcessingException", "java.nio.charset.CharacterCodingException"),
            STOPPING,
            Set.of("java.util.concurrent.RejectedExecutionException"));

    private final String sentence;

    Accident(String sentence) {
        this.sentence = sentence;
    }

    /** Chinese, without a full stop. */
    public String sentence() {
        return sentence;
    }

    /** What to tell people of it: what it means, or where nobody knows that, our own Chinese sentence if it bears one. */
    public static String told(Throwable why) {
        Accident accident = of(why);
        String words = root(why).getMessage();
        boolean ours = accident == UNKNOWN
                && words != null
                && HAN.matcher(words).find()
                && !FOREIGN.matcher(words).find();
        return ours ? words : accident.sentence();
    }

    /** 原因链: the exception and its causes, the nearest first; a ring of causes ends somewhere. */
    public static Stream<Throwable> chain(Throwable why) {
        return Stream.iterate(why, Objects::nonNull, Throwable::getCause).limit(DEPTH);
    }

    private static Throwable root(Throwable why) {
        return chain(why).reduce(why, (nearer, deeper) -> deeper);
    }

    /** The nearest known cause decides. */
    public static Accident of(Throwable why) {
        if (OurOutage.caused(why)) {
            return OUR_OUTAGE;
        }
        return chain(why)
                .map(Accident::named)
                .filter(known -> known != UNKNOWN)
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** By that exception alone; a connect time-out is a socket time-out by inheritance, so own names come first. */
    public static Accident named(Throwable one) {
        for (Class<?> type = one.getClass(); type != null; type = type.getSuperclass()) {
            for (Map.Entry<Accident, Set<String>> known : NAMES.entrySet()) {
                if (known.getValue().contains(type.getName())) {
                    return known.getKey();
                }
            }
        }
        return UNKNOWN;
    }
}
