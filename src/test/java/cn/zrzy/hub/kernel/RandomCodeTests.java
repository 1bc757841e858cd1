package cn.zrzy.hub.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomCodeTests {

    @Test
    void noSignCanBeMistakenForAnother() {
        Set<Character> seen = new HashSet<>();
        for (char sign : RandomCode.draw(20_000).toCharArray()) {
            seen.add(sign);
        }
        assertThat(seen).hasSize(31).doesNotContain('0', 'O', '1', 'I', 'L');
    }

    @Test
    void tenSignsDoNotComeTwice() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            assertThat(codes.add(RandomCode.draw(10))).isTrue();
        }
    }

    @Test
    void aTokenHas256BitsAndFitsIntoAnAddress() {
        assertThat(RandomCode.token()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(RandomCode.token());
    }
}
