package cn.zrzy.sandbox.landuse;

import cn.zrzy.sandbox.data.Company;
import cn.zrzy.sandbox.data.Dirt;

/** 权利人的代码与区划, as the land system happens to have typed them. */
final class Holders {

    /** Risk classes in a city's proportions; some holders have none. */
    static final String[] CLASSES = {"A", "A", "A", "B", "B", "B", "B", "C", "D", ""};

    private Holders() {}

    static String code(Company holder, String dirt, int number) {
        return switch (dirt) {
            case "badUscc" -> Dirt.breakCheck(holder.code());
            case "missingUscc" -> number % 400 < 200 ? null : "";
            default -> holder.code();
        };
    }

    /** 411023 was 许昌县 until 2016 and lives on in old records; 411099 never existed. */
    static String district(String county, String dirt) {
        return switch (dirt) {
            case "oldDistrict" -> "411023";
            case "wrongDistrict" -> "411099";
            default -> county;
        };
    }
}
