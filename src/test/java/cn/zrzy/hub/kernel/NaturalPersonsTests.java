package cn.zrzy.hub.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is a person in a list of holders, and how he stands on a public page. */
class NaturalPersonsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "张试一|张*",
                "张试一、李试二|张*、李*",
                "张试一， 李试二;王试三|张*、李*、王*",
                "买试提·吐试孙·艾试力|买*",
                "阿试古丽•买试提|阿*",
                "阿试古丽‧买试提|阿*",
                "王试等3人|王*等3人",
                "王试等三户|王*等三户",
                "孙试（已故）|孙*",
                "孙试(已故)、李试二|孙*、李*",
                "欧阳试一|欧*"
            })
    void peopleStandByTheirFamilyName(String written, String published) {
        assertThat(NaturalPersons.are(written)).isTrue();
        assertThat(Masking.party(written)).isEqualTo(published);
    }

    @ParameterizedTest
    @ValueSource(strings = {"许昌试验零一有限公司", "张三（许昌）商贸", "许昌市建安区第一中学", "", "A", "张", "、", "张三、"})
    void whatHasAnotherFormIsNone(String written) {
        assertThat(NaturalPersons.are(written)).isFalse();
    }

    @Test
    void firmsStandInFull() {
        assertThat(Masking.party("许昌试验零一有限公司")).isEqualTo("许昌试验零一有限公司");
        assertThat(Masking.party("试验厂")).isEqualTo("试验厂");
    }
}
