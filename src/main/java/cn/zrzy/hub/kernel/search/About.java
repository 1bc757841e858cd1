package cn.zrzy.hub.kernel.search;

/**
 * Whom a fact is about (所涉对象), to stand beside its messages.
 *
 * @param code of the object, {@code DK:…} or a 统一社会信用代码; empty when it is about none
 * @param name of a firm or body in full, of a natural person masked
 * @param drawNo the draw that drew it; while that is sealed nobody but the office may learn the name
 */
public record About(String code, String name, String drawNo) {

    public static final About NOBODY = new About("", "", "");
}
