package cn.zrzy.hub.draw.model;

import java.util.List;

/**
 * 抽查比例方案: what each class letter means and how much of it is drawn. "A" is low credit risk in one scheme and the
 * mine to be visited every quarter in another, so the meaning travels with the number.
 *
 * @param id code word
 * @param meaning Chinese sentence with the source of the numbers
 * @param classes one row a class; the class {@code *} serves every class without a row of its own
 */
public record RatioScheme(String id, String meaning, List<ClassRatio> classes) {

    public RatioScheme {
        classes = List.copyOf(classes);
    }

    /** @param basisPoints 万分比 0..10000; 500 is 5 % */
    public record ClassRatio(String creditClass, int basisPoints, String meaning) {}
}
