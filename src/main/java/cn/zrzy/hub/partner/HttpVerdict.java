package cn.zrzy.hub.partner;

import cn.zrzy.hub.delivery.Answer;
import cn.zrzy.hub.kernel.AnswerLost;
import cn.zrzy.hub.kernel.FailureKind;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;

/**
 * Sorts an HTTP answer (应答归类): accepted, refused for good, busy, or not to be understood. Only what is surely one of
 * the first three is called so.
 */
public final class HttpVerdict {

    private static final Duration LONGEST = Duration.ofHours(24);

    private final String agency;
    private final String label;
    private final CodeTable meanings;
    private final Function<JsonNode, String> errorCode;
    private final Clock clock;

    /**
     * @param agency short name in our codes: {@code PROV} makes E-PROV-401
     * @param label name for sentences, for example 省平台
     * @param meanings their error codes in plain Chinese
     * @param errorCode where their answer holds its code
     */
    public HttpVerdict(
            String agency, String label, CodeTable meanings, Function<JsonNode, String> errorCode, Clock clock) {
        this.agency = agency;
        this.label = label;
        this.meanings = meanings;
        this.errorCode = errorCode;
        this.clock = clock;
    }

    /**
     * The JSON of a 2xx answer.
     *
     * @throws Rejected when they refuse; TryLater when they are busy; AnswerLost when nobody can say
     */
    public JsonNode accepted(Answer answer) {
        Optional<JsonNode> body = requireTaken(answer);
        return body.orElseThrow(() -> new AnswerLost(label + "应答 HTTP " + answer.status() + "，但内容不是完整的 JSON 回执（"
                + answer.text().length() + " 字），不能认作送达"));
    }

    /**
     * Lets a 2xx answer pass, whatever it holds, for a partner whose receipts are not JSON.
     *
     * @return its JSON, if it is any
     * @throws Rejected when they refuse; TryLater when they are busy; AnswerLost when nobody can say
     */
    public Optional<JsonNode> requireTaken(Answer answer) {
        int status = answer.status();
        Optional<JsonNode> body = answer.cut() ? Optional.empty() : Documents.object(answer.text());
        String code = body.map(errorCode).orElse("");
        FailureKind kind = FailureKind.ofStatus(status).orElse(refuses(code) ? FailureKind.PERMANENT : null);
        if (kind == null) {
            return body;
        }
        throw switch (kind) {
            case PERMANENT -> refusal(status, code, body);
            case TRANSIENT -> later(answer);
            default ->
                new AnswerLost(
                        status < 200 ? label + "应答没有可认的状态码：" + status : label + "应答超时（HTTP " + status + "），不知是否已受理");
        };
    }

    private Rejected refusal(int status, String code, Optional<JsonNode> body) {
        if (status == 401 || status == 403) {
            return new Rejected(
                    "E-" + agency + "-401", label + "不认我方凭据（" + said(status, code, body) + "）：请检查密钥与时钟，更新凭据后重报");
        }
        return new Rejected(
                code.matches("E-[0-9A-Z-]{1,20}") ? code : "E-" + agency + "-" + status,
                label + "退回（" + said(status, code, body) + "）");
    }

    private TryLater later(Answer answer) {
        int status = answer.status();
        return status < 400
                ? new TryLater(label + "要求转向别处（HTTP " + status + "），没有受理；请核对接口地址")
                : new TryLater(label + "暂时不能受理（HTTP " + status + "）", retryAfter(answer.retryAfter()));
    }

    /** Asked by key: true only when the agency itself says that it holds nothing; a bare 404 may be a proxy's. */
    public boolean saysAbsent(Answer answer) {
        return answer.status() == 404
                && Documents.object(answer.text())
                        .map(errorCode)
                        .filter("E-NONE"::equals)
                        .isPresent();
    }

    /** An unreadable 404 to a question is somebody else's voice. */
    public JsonNode acceptedToQuestion(Answer answer) {
        if (answer.status() == 404) {
            throw new TryLater(label + "的查询接口应答 404 而没有说明，稍后再查");
        }
        return accepted(answer);
    }

    /** Both echoes, or it is no receipt (回执认定). */
    public void requireEchoes(String key, String digest, String wantedKey, Answer answer) {
        if (!wantedKey.equals(key)) {
            throw new AnswerLost(label + "应答没有回显我方幂等键，不能认作送达");
        }
        if (answer.requestDigest().isEmpty() || !answer.requestDigest().equals(digest)) {
            throw new AnswerLost(label + "回显的摘要与所发报文不符，不能认作送达");
        }
    }

    private static boolean refuses(String code) {
        return code.startsWith("E-");
    }

    private String said(int status, String code, Optional<JsonNode> body) {
        String meaning = meanings.find(code).orElse("");
        String theirs = body.map(node -> Documents.text(node, "message")).orElse("");
        StringBuilder said = new StringBuilder("HTTP ").append(status);
        if (!code.isEmpty()) {
            said.append(' ').append(code);
        }
        if (!meaning.isEmpty()) {
            said.append(' ').append(meaning);
        }
        if (!theirs.isEmpty() && !theirs.equals(meaning)) {
            said.append("；对方原话：").append(theirs.length() <= 300 ? theirs : theirs.substring(0, 300));
        }
        return said.toString();
    }

    /** Seconds or an HTTP date (RFC 9110 §10.2.3), at most a day. */
    private Duration retryAfter(String value) {
        Duration wait = Duration.ZERO;
        try {
            if (value.matches("[0-9]{1,9}")) {
                wait = Duration.ofSeconds(Long.parseLong(value));
            } else if (!value.isEmpty()) {
                Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
                wait = Duration.between(clock.instant(), until);
            }
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
