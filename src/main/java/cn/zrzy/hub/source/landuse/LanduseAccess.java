package cn.zrzy.hub.source.landuse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The token for the land-use system (访问令牌). Camel's own bearer option waits for the server's challenge, which this server
 * does not send; so the header is set.
 */
@Component("landuseAccess")
class LanduseAccess {

    private final String token;

    LanduseAccess(@Value("${secret.landuse-token}") String token) {
        this.token = token.strip();
    }

    String bearer() {
        return "Bearer " + token;
    }
}
