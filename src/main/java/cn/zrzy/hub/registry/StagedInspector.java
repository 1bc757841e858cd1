package cn.zrzy.hub.registry;

import java.time.LocalDate;
import java.util.List;

/**
 * A translated row on its way into 执法检查人员名录库; the fields are those of {@link Inspector}.
 *
 * @param rowNo running number of the row within the run, from 1
 * @param idDigest salted SM3 of the identity number: two rows with one digest are one person
 */
public record StagedInspector(
        long rowNo,
        String staffNo,
        String name,
        String unit,
        String unitCode,
        String department,
        String postKind,
        String cardNo,
        LocalDate cardValidTo,
        List<String> fields,
        List<String> specialties,
        List<String> regions,
        boolean leader,
        String duty,
        String idDigest,
        String maskedId) {}
