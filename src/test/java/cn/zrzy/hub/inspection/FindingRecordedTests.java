package cn.zrzy.hub.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.registry.RegisteredParty;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A result is found by everything that it is about, but by no person's name. */
class FindingRecordedTests {

    @Test
    void namesTaskDrawObjectFirmAndDecision() {
        assertThat(FindingRecorded.of(finding("DK:411002001001GB00001", "许昌某测绘有限公司"))
                        .mentions())
                .contains(
                        "T1",
                        "XC-2026-0001",
                        "P1",
                        "S1",
                        "DK:411002001001GB00001",
                        "411002001001GB00001",
                        "许昌某测绘有限公司",
                        "许自然资罚决〔2026〕12号",
                        "91411002MA9KRX025C");
    }

    @Test
    void aPersonIsNoKey() {
        assertThat(FindingRecorded.of(finding("ZR:1", "孙立军")).mentions()).doesNotContain("孙立军");
    }

    private static Finding finding(String objectId, String objectName) {
        Finding.Penalty penalty = new Finding.Penalty(
                "许自然资罚决〔2026〕12号",
                "法人及非法人组织",
                party("许昌某测绘有限公司", "91411002MA9KRX025C"),
                "",
                "",
                "",
                "",
                "",
                null,
                null,
                null,
                null,
                null);
        return new Finding(
                "F1",
                1,
                "T1",
                "XC-2026-0001",
                "P1",
                "S1",
                objectId,
                objectName,
                party(objectName, ""),
                "NRP-01",
                List.of("R08"),
                "",
                "",
                "",
                null,
                List.of(),
                "",
                List.of(),
                "",
                "",
                null,
                "",
                null,
                penalty);
    }

    private static RegisteredParty party(String name, String creditCode) {
        return new RegisteredParty("DK:1", name, creditCode, "", LocalDate.EPOCH);
    }
}
