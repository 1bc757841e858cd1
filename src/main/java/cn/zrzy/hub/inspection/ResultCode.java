package cn.zrzy.hub.inspection;

import java.util.Arrays;
import java.util.Optional;

/** 检查结果代码, the hub's canonical set (domain notes §1.5); partners' codes are mapped in config/codes. */
public enum ResultCode {
    R01("未发现问题"),
    R02("未按规定公示应当公示的信息"),
    R03("公示信息隐瞒真实情况、弄虚作假"),
    R04("通过登记的住所（经营场所）无法联系"),
    R05("发现问题已责令改正"),
    R06("不配合检查情节严重"),
    R07("未发现开展本次抽查涉及的经营活动"),
    R08("发现问题待后续处理"),
    R09("已关闭停业或正在组织清算"),
    R10("注销"),
    R11("被吊销"),
    R12("被撤销"),
    R13("迁出");

    private final String words;

    ResultCode(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** By whole token, never by substring: R1 is not R10. */
    public static Optional<ResultCode> of(String token) {
        return Arrays.stream(values()).filter(code -> code.name().equals(token)).findFirst();
    }
}
