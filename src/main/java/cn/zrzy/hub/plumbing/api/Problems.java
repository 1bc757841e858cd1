package cn.zrzy.hub.plumbing.api;

import cn.zrzy.hub.kernel.Masking;
import cn.zrzy.hub.kernel.OurOutage;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.TypeConversionException;
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

    /**
     * HTTP status for the cause: 422 for a broken rule, 400 for text that is no valid document, 503 while our own database is
     * away or full, 500 otherwise.
     */
    int status(Exception thrown) {
        Throwable cause = known(thrown);
        if (cause instanceof ApiRefusal refusal) {
            return refusal.status();
        }
        if (cause instanceof Rejected rejected) {
            return rejected.code().endsWith("-UNKNOWN") ? 404 : 422;
        }
        return cause instanceof JsonProcessingException ? 400 : 500;
    }

    String body(Exception thrown) throws JsonProcessingException {
        Throwable cause = known(thrown);
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("status", status(thrown));
        if (cause instanceof Rejected rejected) {
            problem.put("title", Masking.text(rejected.getMessage()));
            problem.put("code", rejected.code());
            Place place = rejected.place();
            problem.put("field", place == null ? "" : place.field());
        } else if (cause instanceof JsonProcessingException json) {
            describe(json, problem);
        } else {
            String number = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("接口内部错误 {}", number, thrown);
            problem.put("title", "系统内部错误，请把编号 " + number + " 告诉值班员");
            problem.put("code", "E-API-INTERNAL");
        }
        ApiAct.now().ifPresent(act -> act.refused(String.valueOf(problem.get("code"))));
        return mapper.writeValueAsString(problem);
    }

    /** For refusals that no route has seen. */
    void write(HttpServletResponse response, Exception thrown) throws IOException {
        response.setStatus(status(thrown));
        response.setContentType("application/problem+json");
        response.getOutputStream().write(body(thrown).getBytes(StandardCharsets.UTF_8));
    }

    private static void describe(JsonProcessingException json, Map<String, Object> problem) {
        problem.put("title", "请求内容不是合法的 JSON 文档或含有未约定的字段");
        problem.put("code", "E-API-JSON");
        problem.put("field", field(json));
        if (json.getLocation() != null) {
            problem.put("line", json.getLocation().getLineNr());
            problem.put("column", json.getLocation().getColumnNr());
        }
    }

    /** Camel wraps what a bean throws and what it cannot convert; the reason is further down. */
    private static Throwable known(Throwable thrown) {
        if (OurOutage.caused(thrown)) {
            return new ApiRefusal(503, "E-API-OUTAGE", "枢纽的数据库暂时不可用，请稍后重试，或致电值班员", "");
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Rejected) {
                return cause;
            }
            if (cause instanceof InvalidPayloadException
                    || cause instanceof TypeConversionException
                    || cause instanceof NoTypeConversionAvailableException) {
                return ApiAct.now().filter(ApiAct::isEmpty).isPresent()
                        ? new ApiRefusal(400, "E-API-EMPTY", "请求没有内容", "")
                        : new ApiRefusal(400, "E-API-VALUE", "网址里的编号写法不对", "");
            }
        }
        return thrown;
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
