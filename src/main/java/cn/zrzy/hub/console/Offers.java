package cn.zrzy.hub.console;

import cn.zrzy.hub.act.ActDesk;
import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Lets a page ask which buttons a thing has for whoever looks at it (可办的处置). */
@Component("offers")
class Offers {

    private final ActDesk desk;

    Offers(ActDesk desk) {
        this.desk = desk;
    }

    /** One act in a row that knows by itself when it may be done; asks for the role only. */
    public List<ActDesk.Offer> button(String act) {
        return desk.button(act, LocaleContextHolder.getLocale());
    }

    public List<ActDesk.Offer> of(String target, Object thing) {
        return desk.offered(target, String.valueOf(thing), LocaleContextHolder.getLocale());
    }
}
