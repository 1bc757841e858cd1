package cn.zrzy.hub.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A translated row on its way into 检查对象名录库; the fields are those of {@link Subject}.
 *
 * @param rowNo running number of the row within the run, from 1
 */
public record StagedSubject(
        long rowNo,
        String code,
        SubjectKind kind,
        String name,
        String holderName,
        String holderCode,
        String region,
        List<String> tags,
        String creditClass,
        String status,
        String obstacle,
        LocalDate validTo,
        Map<String, String> details) {

    public String key() {
        return key(kind, code);
    }

    /** The key under which a quarantined row's live version is spared. */
    public static String key(SubjectKind kind, String code) {
        return kind + "/" + code;
    }
}
