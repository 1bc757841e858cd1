package cn.zrzy.sandbox.landuse;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.sandbox.data.Codes;
import cn.zrzy.sandbox.data.Register;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every holder that the land system writes with a sound code is registered, and none under another one's code. */
class RegisterTests {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 20);

    @Test
    void everyHolderIsKnownByItsOwnNameAndCodeOnly() {
        check(new Units(400), "dwmc");
        check(new Parcels(2000), "qlrmc");
        check(new Projects(1000), "jsdw");
        check(new MiningRights(500), "矿业权人");
    }

    private static void check(Feed feed, String field) {
        String code = field.equals("矿业权人") ? "统一社会信用代码" : "tyshxydm";
        List<Map<String, Object>> rows = feed.rows(DAY, 0, Integer.MAX_VALUE).stream()
                .filter(row -> row.get(code) instanceof String given && Codes.creditCodeHolds(given))
                .toList();
        assertThat(rows).isNotEmpty();
        for (int n = 0; n < rows.size(); n++) {
            String name = rows.get(n).get(field).toString().strip();
            String own = rows.get(n).get(code).toString();
            String next = rows.get((n + 1) % rows.size()).get(code).toString();
            assertThat(Register.pairs(name, own)).as(name + " " + own).isTrue();
            assertThat(Register.pairs(name, next)).as(name + " " + next).isEqualTo(own.equals(next));
        }
    }

    @Test
    void aCodeThatNobodyBearsIsNobodys() {
        assertThat(Register.pairs("许昌某测绘有限公司", "91411002MA9KRX025C")).isTrue();
        assertThat(Register.pairs("许昌某测绘有限公司", "91411081MA9KRX818F")).isFalse();
        assertThat(Register.pairs("", Codes.creditCode("91411002", "MA900000"))).isFalse();
        assertThat(Register.pairs("", Codes.creditCode("11411002", "00570000"))).isFalse();
    }
}
