package cn.zrzy.hub.partner.credit;

import cn.zrzy.hub.partner.signing.HmacSm3Signer;
import cn.zrzy.hub.partner.signing.KeyRing;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Signs what goes to the credit platform (信用平台签名). */
@Component("creditSigner")
class CreditSigner extends HmacSm3Signer {

    CreditSigner(KeyRing keys, Clock clock, @Value("${partner.credit.app-id:xuchang}") String appId) {
        super(appId, () -> keys.secret("credit-key"), clock);
    }
}
