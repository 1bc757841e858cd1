package cn.zrzy.hub.partner;

import cn.zrzy.hub.delivery.Answer;
import cn.zrzy.hub.delivery.KeyAnswer;
import cn.zrzy.hub.delivery.KeyQuestion;
import cn.zrzy.hub.kernel.AnswerLost;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Asks over HTTP which keys a partner holds (对键, HTTP); an agency's folder names it and says where its answer lies. */
public class KeyReader {

    private final String label;
    private final HttpVerdict verdict;
    private final UnaryOperator<JsonNode> data;

    /** @param data finds the page within the partner's envelope */
    protected KeyReader(String label, HttpVerdict verdict, UnaryOperator<JsonNode> data) {
        this.label = label;
        this.verdict = verdict;
        this.data = data;
    }

    public String query(KeyQuestion question) {
        return KeyPages.query(question);
    }

    /** @throws RuntimeException when they refuse, are busy, or nobody can say what they answered */
    public KeyAnswer read(KeyQuestion question, int status, InputStream body) {
        byte[] bytes = bytes(body);
        boolean cut = bytes.length > KeyPages.LIMIT;
        Answer answer = new Answer(status, new String(bytes, StandardCharsets.UTF_8), "", "", cut);
        return KeyPages.page(label, question.questionNo(), data.apply(verdict.acceptedToQuestion(answer)));
    }

    private byte[] bytes(InputStream body) {
        if (body == null) {
            return new byte[0];
        }
        try (body) {
            return body.readNBytes(KeyPages.LIMIT + 1);
        } catch (IOException e) {
            throw new AnswerLost(label + "的应答读到一半中断", e);
        }
    }
}
