package cn.zrzy.hub.partner.portal;

import cn.zrzy.hub.partner.signing.BearerSigner;
import cn.zrzy.hub.partner.signing.KeyRing;
import org.springframework.stereotype.Component;

/** Shows the portal's token (门户令牌). */
@Component("portalSigner")
class PortalSigner extends BearerSigner {

    PortalSigner(KeyRing keys) {
        super(() -> keys.secret("portal-token"));
    }
}
