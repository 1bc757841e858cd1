package cn.zrzy.hub.plumbing.probe;

import cn.zrzy.hub.kernel.Accident;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What an answer to a probe, or the want of one, says about the way there (连接判断). */
@Component("probeVerdicts")
class ProbeVerdicts {

    /** What an agency says of a key that it does not hold; every contract of ours has the same word. */
    private static final String NOT_THERE = "E-NONE";

    private static final int OK = 200;
    private static final int REDIRECTED = 300;
    private static final int REFUSED = 400;
    private static final int NOBODY = 401;
    private static final int FORBIDDEN = 403;
    private static final int ABSENT = 404;
    private static final int BUSY = 429;
    private static final int BROKEN = 500;
    private static final int NOT_DONE = 501;

    /** Answers that say nothing of who ought to be there: credentials wanted, nothing here, somebody in between, later. */
    private static final Set<Integer> NOT_THEIR_WORD = Set.of(NOBODY, FORBIDDEN, ABSENT, 407, 408, BUSY);

    record Verdict(boolean through, String sentence) {

        static Verdict yes(String sentence) {
            return new Verdict(true, sentence);
        }

        static Verdict no(String sentence) {
            return new Verdict(false, sentence);
        }
    }

    /** A mishap known by the name of its class and a word of its message; the first that fits, over the whole chain of causes. */
    private record Known(String type, String word, String sentence) implements Predicate<Throwable> {

        @Override
        public boolean test(Throwable one) {
            String text = one.getMessage() == null ? "" : one.getMessage();
            for (Class<?> own = one.getClass(); own != null; own = own.getSuperclass()) {
                if (own.getSimpleName().equals(type)) {
                    return text.contains(word);
                }
            }
            return false;
        }
    }

    private static final List<Known> KNOWN = List.of(
            new Known("UnknownHostException", "", "找不到对方的主机（DNS）：请核对地址和域名解析"),
            new Known("UnresolvedAddressException", "", "找不到对方的主机（DNS）：请核对地址和域名解析"),
            new Known("CertificateExpiredException", "", "对方的 TLS 证书已过期，没有继续：请对方换证书"),
            new Known("SSLPeerUnverifiedException", "", "对方的 TLS 证书与域名不符，没有继续：请核对地址或请对方换证书"),
            new Known("SSLException", "", "TLS 没有谈成，对方的证书不被信任或协议不合：请核对证书、受信任的根和地址"),
            new Known("ConnectTimeoutException", "", "接不通（超时）：请查网络和防火墙"),
            new Known("NoRouteToHostException", "", "到对方的网络不通：请查网络和防火墙"),
            new Known("ConnectException", "timed out", "接不通（超时）：请查网络和防火墙"),
            new Known("ConnectException", "", "连接被拒绝：对方的这个端口上没有服务，请对方查服务是否启动"),
            new Known("JSchException", "Auth", "对方不认我方的账号或口令：请核对账号、更新口令"),
            new Known("JSchException", "HostKey", "对方的主机指纹与登记的不符，没有继续：请向对方核实后更新 known_hosts"),
            new Known("JSchException", "timeout", "接不通（超时）：请查网络和防火墙"),
            new Known("SftpException", "", "登录成了，但文件夹列不出来：请对方查文件夹和权限"),
            new Known("SocketTimeoutException", "", "接通了，但没有应答（超时）：请对方查服务"),
            new Known("NoHttpResponseException", "", "接通了，但对方没有应答就断开：请对方查服务"),
            new Known("SocketException", "reset", "接通了，但对方没有应答就断开：请对方查服务"),
            new Known("JmsException", "", "消息中枢连不上：请看值班台上消息中枢的一行"));

    /** A question by a key that was never used. */
    Verdict question(int status, String body) {
        if (status == ABSENT && body != null && body.contains(NOT_THERE)) {
            return Verdict.yes("应答“没有这一件”（HTTP 404），凭据有效");
        }
        return status == ABSENT ? Verdict.no("接通了，但查询接口不在这个地址（HTTP 404）：请核对接口路径") : read(status);
    }

    /** Something that is there for everybody who may read. */
    Verdict read(int status) {
        if (status >= OK && status < REDIRECTED) {
            return Verdict.yes("应答正常（HTTP " + status + "），凭据有效");
        }
        if (status == NOBODY || status == FORBIDDEN) {
            return Verdict.no("对方不认我方凭据（HTTP " + status + "）：请核对密钥、令牌和时钟");
        }
        if (status >= BROKEN || status == BUSY) {
            return Verdict.no("接通了，但对方暂时不能受理（HTTP " + status + "）：请对方查服务");
        }
        return status < REFUSED
                ? Verdict.no("对方要求转向别处（HTTP " + status + "）：请核对接口地址")
                : Verdict.no("接通了，但对方不认这个询问（HTTP " + status + "）：请核对接口地址和约定");
    }

    /** Whether anybody is there at all: whoever does not take the verb, or misses a body, has answered too. */
    Verdict head(int status) {
        boolean ours = status >= REFUSED && status < BROKEN;
        boolean there = status == NOT_DONE || ours && !NOT_THEIR_WORD.contains(status);
        return there ? Verdict.yes("有应答（HTTP " + status + "）；这个接口不用凭据") : read(status);
    }

    /** The folder was listed; what was looked for is never there. */
    Verdict folder() {
        return Verdict.yes("登录成了，文件夹列得出来，凭据有效");
    }

    Verdict failed(Exception why) {
        return accident(why);
    }

    static Verdict accident(Exception why) {
        List<Throwable> chain = Accident.chain(why).toList();
        return KNOWN.stream()
                .filter(known -> chain.stream().anyMatch(known))
                .findFirst()
                .map(known -> Verdict.no(known.sentence()))
                .orElseGet(() -> Verdict.no(Accident.told(why)));
    }
}
