package cn.zrzy.hub.registry.batch;

import cn.zrzy.hub.kernel.Digest;
import cn.zrzy.hub.registry.StagedInspector;
import cn.zrzy.hub.registry.StagedSubject;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What a version consists of, as SHA-256; the row number is not part of it, or every night everything would be changed. */
public final class VersionDigest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private VersionDigest() {}

    public static String of(StagedSubject row) {
        return sha(List.of(
                row.name(),
                row.holderName(),
                row.holderCode(),
                row.region(),
                joined(row.tags()),
                row.creditClass(),
                row.status(),
                row.obstacle(),
                String.valueOf(row.validTo()),
                json(row.details())));
    }

    public static String of(StagedInspector row) {
        return sha(List.of(
                row.name(),
                row.unit(),
                row.unitCode(),
                row.department(),
                row.postKind(),
                row.cardNo(),
                String.valueOf(row.cardValidTo()),
                joined(row.fields()),
                joined(row.specialties()),
                joined(row.regions()),
                String.valueOf(row.leader()),
                row.duty(),
                row.idDigest()));
    }

    /** The details as they are kept, so that digest and column never differ. */
    public static String json(Map<String, String> details) {
        try {
            return JSON.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of strings is always JSON", e);
        }
    }

    private static String sha(List<String> parts) {
        return Digest.sha256(String.join("\u001e", parts).getBytes(StandardCharsets.UTF_8));
    }

    private static String joined(List<String> words) {
        return String.join("\u001f", words);
    }
}
