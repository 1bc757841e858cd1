package cn.zrzy.hub.registry.jdbc;

import cn.zrzy.hub.registry.Subject;
import cn.zrzy.hub.registry.SubjectKind;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of {@code registry.subject_version} as records. */
final class SubjectRows {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, String>> DETAILS = new TypeReference<>() {};

    private SubjectRows() {}

    static Subject subject(ResultSet row, int i) throws SQLException {
        return new Subject(
                row.getString("code"),
                SubjectKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("holder_name"),
                row.getString("holder_code"),
                row.getString("region"),
                words(row, "tags"),
                row.getString("credit"),
                row.getString("status"),
                row.getString("obstacle"),
                date(row, "valid_to"),
                details(row.getString("details")),
                row.getString("feed"),
                row.getInt("version"),
                row.getTimestamp("since").toInstant());
    }

    static List<String> words(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    static LocalDate date(ResultSet row, String column) throws SQLException {
        Date date = row.getDate(column);
        return date == null ? null : date.toLocalDate();
    }

    private static Map<String, String> details(String text) {
        try {
            return JSON.readValue(text, DETAILS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("registry wrote these details", e);
        }
    }
}
