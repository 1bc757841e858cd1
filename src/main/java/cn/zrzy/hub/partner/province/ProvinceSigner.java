package cn.zrzy.hub.partner.province;

import cn.zrzy.hub.partner.signing.HmacSm3Signer;
import cn.zrzy.hub.partner.signing.KeyRing;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Signs what goes to the province (省平台签名). */
@Component("provinceSigner")
class ProvinceSigner extends HmacSm3Signer {

    ProvinceSigner(KeyRing keys, Clock clock, @Value("${partner.province.app-id:xuchang}") String appId) {
        super(appId, () -> keys.secret("province-key"), clock);
    }
}
