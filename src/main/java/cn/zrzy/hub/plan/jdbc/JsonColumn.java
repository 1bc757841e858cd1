package cn.zrzy.hub.plan.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Lists that are always read and written whole live in one jsonb column of their row. */
@Component
@NamedInterface("jdbc")
public class JsonColumn {

    private final ObjectMapper mapper;

    JsonColumn(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("row does not hold " + type.getSimpleName(), e);
        }
    }
}
