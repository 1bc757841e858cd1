package cn.zrzy.hub.registry.jdbc;

import cn.zrzy.hub.registry.batch.Shelf;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The two registries as tables (库): the same comparison and the same versions, other columns. */
enum ShelfTables {
    SUBJECT(
            "registry.subject_version",
            "registry.staged_subject",
            "code,kind,name,holder_name,holder_code,region,tags,credit,status,obstacle,valid_to,details"),
    INSPECTOR(
            "registry.inspector_version",
            "registry.staged_inspector",
            "name,unit,unit_code,department,post_kind,card_no,card_valid_to,fields,specialties,regions,leader,duty,id_digest,masked_id");

    private final String versions;
    private final String staged;
    private final String columns;

    ShelfTables(String versions, String staged, String columns) {
        this.versions = versions;
        this.staged = staged;
        this.columns = columns;
    }

    static ShelfTables of(Shelf shelf) {
        return switch (shelf) {
            case SUBJECT -> SUBJECT;
            case INSPECTOR -> INSPECTOR;
        };
    }

    /** Puts this shelf's names into a statement: {@code $versions}, {@code $staged}, {@code $columns}, {@code $s.columns}. */
    String sql(String template) {
        return template.replace("$s.columns", prefixed("s."))
                .replace("$columns", columns)
                .replace("$versions", versions)
                .replace("$staged", staged);
    }

    private String prefixed(String alias) {
        return Stream.of(columns.split(",")).map(alias::concat).collect(Collectors.joining(","));
    }
}
