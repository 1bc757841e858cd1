package cn.zrzy.hub.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11370300MB286462XU", "11371525004442025C", "113703030042170202", "91330000755918469E",
                        "914403001922038216",
                "9144030071526726XG", "91330100799655058B", "91411002MA9KRX025C", "91411003MA9KRX033M",
                        "91411024MA9KRX244J",
                "91411025MA9KRX252U", "91411081MA9KRX818F", "91411082MA9KRX826Q", "92411002MA9P00014C",
                        "93411081MA9P00022H",
                "12411000417876542U", "52411000MJ00A00128", "11411000005712357A", "11411000MB1F41107T",
                        "11420000MB15291767",
            })
    void realCreditCodesAreValidAndEveryChangedCharacterIsCaught(String code) {
        assertThat(CreditCode.valid(code)).isTrue();
        for (int i = 0; i < code.length(); i++) {
            char other = code.charAt(i) == '1' ? '2' : '1';
            String changed = code.substring(0, i) + other + code.substring(i + 1);
            assertThat(CreditCode.valid(changed)).as(changed).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9141", "91411002MA9KRX025I", "91411002ma9krx025c", "91411002MA9KRX025C "})
    void otherTextIsNoCreditCode(String text) {
        assertThatThrownBy(() -> new CreditCode(text))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("E-USCC"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "411002198503071238",
                "41100219850307018X",
                "411081199211114566",
                "411003197812010086"
            })
    void citizenIds(String id) {
        assertThat(CitizenId.valid(id)).isTrue();
    }

    /** Passes the checksum, but 1990 had no 29 February. */
    @Test
    void anImpossibleBirthDateIsRefused() {
        assertThatThrownBy(() -> new CitizenId("411024199002290013")).hasMessageContaining("出生日期");
        assertThatThrownBy(() -> new CitizenId("411002850307123")).hasMessageContaining("15位");
    }

    @Test
    void parcelCodes() {
        assertThat(new ParcelCode("411002001003GB00012").region()).isEqualTo("411002");
        assertThat(ParcelCode.valid("411002001003QB00012")).isFalse();
        assertThat(ParcelCode.valid("411002001003GB0001")).isFalse();
    }

    @Test
    void personalDataIsMaskedInFreeText() {
        assertThat(Masking.text("张三 411002198503071238 手机13812345678，代码91411002MA9KRX025C"))
                .isEqualTo("张三 411002**********38 手机138****5678，代码91411002MA9KRX025C");
    }

    /** GB/T 32905-2016 appendix A; RFC 2104 construction over it. */
    @Test
    void digests() {
        assertThat(Digest.sm3("abc".getBytes()))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        assertThat(Digest.sha256("abc".getBytes()))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
