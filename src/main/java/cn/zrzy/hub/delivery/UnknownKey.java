package cn.zrzy.hub.delivery;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Something that a partner received from us and our ledger does not have (台账之外): the ledger was put back to an earlier
 * day. Nothing can be doubled under its key; what it stands for must not be entered a second time.
 *
 * @param otherBytes our ledger has the key, with other bytes
 * @param acknowledgedBy empty until a person has taken note
 */
public record UnknownKey(
        String partner,
        String key,
        String kind,
        @Nullable OffsetDateTime receivedAt,
        String digest,
        boolean otherBytes,
        OffsetDateTime foundAt,
        String acknowledgedBy,
        String acknowledgeReason) {

    /** Business number within the key, with its version: {@code XC-2026-P02@1}; the whole key when it is none of ours. */
    public String fact() {
        String[] parts = key.split(":");
        return parts.length < 2 ? key : parts[1];
    }
}
