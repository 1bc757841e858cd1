package cn.zrzy.hub.delivery.jdbc;

import java.sql.Types;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.AbstractSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SimplePropertySqlParameterSource;

/** The components of several records as the parameters of one statement; no two of them share a name. */
final class Parts extends AbstractSqlParameterSource {

    private final List<SimplePropertySqlParameterSource> parts;

    Parts(Record... parts) {
        this.parts = Stream.of(parts).map(SimplePropertySqlParameterSource::new).toList();
    }

    @Override
    public boolean hasValue(String name) {
        return parts.stream().anyMatch(part -> part.hasValue(name));
    }

    @Override
    public Object getValue(String name) {
        Object value = part(name).getValue(name);
        return value instanceof Enum<?> constant ? constant.name() : value;
    }

    @Override
    public int getSqlType(String name) {
        int known = part(name).getSqlType(name);
        return known == TYPE_UNKNOWN && part(name).getValue(name) instanceof Enum<?> ? Types.VARCHAR : known;
    }

    private SimplePropertySqlParameterSource part(String name) {
        return parts.stream().filter(part -> part.hasValue(name)).findFirst().orElseThrow();
    }
}
