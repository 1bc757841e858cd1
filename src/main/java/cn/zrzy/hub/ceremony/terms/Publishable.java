package cn.zrzy.hub.ceremony.terms;

import cn.zrzy.hub.draw.Draws;
import cn.zrzy.hub.kernel.Masking;
import cn.zrzy.hub.kernel.Rejected;
import java.text.Normalizer;

/** What is about to be published for good with a draw (可公开的理由与凭证): the evidence bundle forgets nothing. */
public final class Publishable {

    private Publishable() {}

    /** @return the reason in the spelling that the evidence demands */
    public static String reason(String text, String code) {
        Rejected.unless(text != null && !text.isBlank(), code, "须写明理由", "reason");
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        Rejected.unless(plain.chars().noneMatch(Character::isISOControl), code, "理由写成一段，不要换行和控制字符", "reason");
        String fault = Draws.textFault(plain); // what the ledger would refuse only after the approval
        Rejected.unless(fault.isEmpty(), code, "理由不能写入证据包：" + fault, "reason");
        Rejected.unless(Masking.text(plain).equals(plain), code, "理由将随证据包公开，不得写证件号码、手机号", "reason");
        return plain;
    }

    public static void evidence(String digest, String code) {
        Rejected.unless(digest != null && digest.matches("[0-9a-f]{64}"), code, "须附凭证的 SM3 摘要（64位十六进制）", "evidence");
    }
}
