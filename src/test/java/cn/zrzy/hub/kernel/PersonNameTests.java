package cn.zrzy.hub.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTests {

    @Test
    void onePersonHasOneSpelling() {
        for (String spelling : new String[] {"周敏", " 周敏\u3000", "周\u3000敏", "周 \u00a0敏"}) {
            assertThat(PersonName.of(spelling, "name")).isEqualTo("周敏");
        }
        assertThat(PersonName.of("Ｊohn  Smith", "name")).isEqualTo("John  Smith");
        assertThat(PersonName.of("\uf900", "name")).isEqualTo("\u8c48");
        assertThat(PersonName.of(null, "name")).isEmpty();
        assertThat(PersonName.of(" \t", "name")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "周敏\u200b",
                "\u200d周敏",
                "周\u2060敏",
                "周敏\ufeff",
                "\u202e周敏",
                "周\u00ad敏",
                "周\u0000敏",
                "周\u0085敏",
                "周敏\ufe0f",
                "周敏\udb40\udd00",
                "周\u034f敏",
                "周敏\u3164",
                "周敏\u115f",
                "周敏\u2800",
                "周\u2028敏",
                "周敏\udb40\udc20",
                "周敏\ud800"
            })
    void aCharacterThatNobodySeesMakesNoSecondPerson(String name) {
        assertThatThrownBy(() -> PersonName.of(name, "approver")).isInstanceOfSatisfying(Rejected.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("E-PERSON");
            assertThat(refusal.place().field()).isEqualTo("approver");
            assertThat(refusal.getMessage()).contains("U+").doesNotContain("周");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"买买提·艾力", "𬭛䶮", "\ue000某", "\ud88c\udf50某"})
    void aRareNameStaysAName(String name) {
        assertThat(PersonName.of(name, "name")).isEqualTo(name);
    }
}
