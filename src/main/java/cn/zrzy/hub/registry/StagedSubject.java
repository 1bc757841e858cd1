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

    /**
     * What tells this row from the firm's others (证书): a firm, which is known by its own 统一社会信用代码, has a row for each
     * of its certificates and is one subject. Empty for everything else: there a second row is a duplicate.
     */
    public String certificate() {
        return code.equals(holderCode) ? String.join("、", tags) + "/" + details.getOrDefault("证书编号", "") : "";
    }

    public String key() {
        return key(kind, code);
    }

    /** The key under which a quarantined row's live version is spared. */
    public static String key(SubjectKind kind, String code) {
        return kind + "/" + code;
    }
}
