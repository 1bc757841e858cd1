package cn.zrzy.hub.registry.jdbc;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.SimplePropertySqlParameterSource;

/** A record's components as a statement's parameters, with some beside it or in its place. */
final class Columns extends SimplePropertySqlParameterSource {

    private final Map<String, Object> beside = new HashMap<>();

    Columns(Object row) {
        super(row);
    }

    Columns and(String name, Object value) {
        beside.put(name, value);
        return this;
    }

    @Override
    public boolean hasValue(String name) {
        return beside.containsKey(name) || super.hasValue(name);
    }

    @Override
    public Object getValue(String name) {
        return beside.containsKey(name) ? beside.get(name) : super.getValue(name);
    }

    @Override
    public int getSqlType(String name) {
        return beside.containsKey(name) ? TYPE_UNKNOWN : super.getSqlType(name);
    }
}
