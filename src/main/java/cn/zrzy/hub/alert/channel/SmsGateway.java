package cn.zrzy.hub.alert.channel;

import cn.zrzy.hub.alert.AlertChannel;
import cn.zrzy.hub.alert.AlertTerms;
import cn.zrzy.hub.alert.Bulletin;
import cn.zrzy.hub.alert.NotTold;
import java.util.List;
import java.util.Map;

/**
 * 短信网关: the bureau's own, by HTTP. Our contract, since there is no common one: {@code {id, mobiles, content}} with a bearer
 * token; it took the message when it answers {@code {"code":"0"}}. A text message has no room but for the first alert.
 */
record SmsGateway(AlertTerms.Channel terms, BoundedCall call) implements AlertChannel {

    @Override
    public int room() {
        return 600;
    }

    @Override
    public void tell(Bulletin bulletin) throws NotTold {
        List<String> mobiles = terms.to();
        if (mobiles.isEmpty()) {
            throw new NotTold("没有写明收短信的号码");
        }
        Map<String, String> headers =
                terms.secret().isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + terms.secret());
        String code = call.ask(
                        terms.url(),
                        Map.of("id", bulletin.id(), "mobiles", mobiles, "content", bulletin.text()),
                        headers)
                .path("code")
                .asText("");
        if (!"0".equals(code)) {
            throw new NotTold("短信网关没有收下");
        }
    }
}
