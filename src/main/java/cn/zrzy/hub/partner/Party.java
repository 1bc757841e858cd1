package cn.zrzy.hub.partner;

/**
 * Who was inspected (当事人), as the registry had it when the finding was recorded.
 *
 * @param code 统一社会信用代码; empty when the registry has none
 * @param parcelCode 宗地代码; {@code licenceNo} 许可证号; empty when the subject is no such thing
 */
public record Party(String name, String code, String address, String parcelCode, String licenceNo) {

    public boolean isUnit() {
        return !code.isEmpty();
    }
}
