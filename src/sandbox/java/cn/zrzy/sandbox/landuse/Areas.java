package cn.zrzy.sandbox.landuse;

import cn.zrzy.sandbox.data.Dice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** 面积: in whatever unit the clerk preferred, sometimes as text. */
final class Areas {

    private static final BigDecimal HECTARE = BigDecimal.valueOf(10000);
    private static final BigDecimal MU = new BigDecimal("666.6666667");

    private Areas() {}

    static void put(Map<String, Object> row, String field, Dice dice, String dirt) {
        BigDecimal metres = BigDecimal.valueOf(30000L + dice.below(20_000_000), 2);
        int unit = dice.below(10);
        String word = unit < 6 ? "平方米" : unit < 8 ? "公顷" : "亩";
        BigDecimal divisor = unit < 6 ? BigDecimal.ONE : unit < 8 ? HECTARE : MU;
        BigDecimal area = metres.divide(divisor, unit < 6 ? 2 : 4, RoundingMode.HALF_UP);
        boolean text = dice.percent(10);
        if (dirt.equals("badArea")) {
            row.put(field, text ? "约三亩" : area.negate());
        } else {
            row.put(field, text ? (Object) area.toPlainString() : area);
        }
        row.put("mjdw", word);
    }
}
