package cn.zrzy.hub.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that belong to a person are found however they are written; other numbers stay as they are. */
class MaskingTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            ID411002199001011234|ID411002**********34
            x411002199001011234y|x411002**********34y
            \\n411002199001011234\\n|\\n411002**********34\\n
            {"证件":"41100219900101123X"}|{"证件":"411002**********3X"}
            ４１１００２１９９００１０１１２３４|411002**********34
            411002 19900101 1234。|411002**********34。
            4110 0219 9001 0112 34|411002**********34
            411002-19900101-1234|411002**********34
            旧证411002900101123号|旧证411002*******23号
            123456 411002 199001 011234|123456 411002**********34
            411002199001011234 13812345678|411002**********34 138****5678
            +8613812345678|+86138****5678
            8613812345678|86138****5678
            008613812345678|0086138****5678
            013812345678|0138****5678
            +86 138 1234 5678|+86 138****5678
            138-1234-5678|138****5678
            １３８１２３４５６７８|138****5678
            tel13812345678x|tel138****5678x""")
    void personsAreHidden(String text, String masked) {
        assertThat(Masking.text(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91411002MA9KRX025C",
                "914403001922038216",
                "113703030042170202",
                "11411000005712357A",
                "411002001001GB00012",
                "411002001001GB00001F00010001",
                "采矿许可证 C4110002019031220147512",
                "XCZRZY-2026-0001",
                "8f3c411002a9b8c7d6e5f40123456789",
                "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
                "2026-11-27 20:30:21.123",
                "1764244486123",
                "1795811895219000000",
                "110000000000000",
                "区号0374-2961234",
                "第 138 号 1234 件",
                "411002 户 19900101 件"
            })
    void otherNumbersStay(String text) {
        assertThat(Masking.text(text)).isEqualTo(text);
    }
}
