package cn.zrzy.hub.plumbing;

import cn.zrzy.hub.kernel.Masking;
import cn.zrzy.hub.kernel.Rejected;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Answers a failed API call with problem+json (RFC 9457) in Chinese, with the place of the fault (错误应答). */
@Component("problems")
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final ObjectMapper mapper;

    Problems(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** HTTP status for the cause: 422 for a broken rule, 400 for text that is no valid document, 500 otherwise. */
    int status(Exception cause) {
        if (cause instanceof Rejected rejected) {
            return rejected.code().endsWith("-UNKNOWN") ? 404 : 422;
        }
        return cause instanceof JsonProcessingException ? 400 : 500;
    }

    String body(Exception cause) throws JsonProcessingException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("status", status(cause));
        if (cause instanceof Rejected rejected) {
            problem.put("title", Masking.text(rejected.getMessage()));
            problem.put("code", rejected.code());
            problem.put(
                    "field", rejected.place() == null ? "" : rejected.place().field());
        } else if (cause instanceof JsonProcessingException json) {
            problem.put("title", "请求内容不是合法的 JSON 文档或含有未约定的字段");
            problem.put("code", "E-API-JSON");
            problem.put("field", field(json));
            if (json.getLocation() != null) {
                problem.put("line", json.getLocation().getLineNr());
                problem.put("column", json.getLocation().getColumnNr());
            }
        } else {
            String number = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("接口内部错误 {}", number, cause);
            problem.put("title", "系统内部错误，请把编号 " + number + " 告诉值班员");
            problem.put("code", "E-API-INTERNAL");
        }
        return mapper.writeValueAsString(problem);
    }

    private static String field(JsonProcessingException json) {
        return json instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step ->
                                step.getFieldName() == null ? "[" + (step.getIndex() + 1) + "]" : step.getFieldName())
                        .collect(Collectors.joining("."))
                : "";
    }
}
