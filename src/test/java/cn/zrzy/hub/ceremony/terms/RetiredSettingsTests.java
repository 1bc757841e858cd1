package cn.zrzy.hub.ceremony.terms;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class RetiredSettingsTests {

    @ParameterizedTest
    @CsvSource({"draw.research[0], NRP-01", "draw.research, NRP-01", "draw.weights.NRP-10.D, 2"})
    void whoeverReliesOnOneIsToldAtTheStart(String name, String value) {
        MockEnvironment settings = new MockEnvironment().withProperty(name, value);
        assertThatThrownBy(() -> new RetiredSettings(settings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("已取消");
    }

    @Test
    void anEmptyOneOfTheOldFileHarmsNobody() {
        assertThatCode(() -> new RetiredSettings(new MockEnvironment())).doesNotThrowAnyException();
        assertThatCode(() -> new RetiredSettings(
                        new MockEnvironment().withProperty("draw.research", "").withProperty("draw.weights", "")))
                .doesNotThrowAnyException();
    }
}
