package cn.zrzy.hub.act;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;

/** 处置 as the API offers it, in Chinese; the command line speaks to this door too. */
@Service("actDoor")
class ActDoor {

    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private final ActDesk desk;

    ActDoor(ActDesk desk) {
        this.desk = desk;
    }

    Sheet preview(String act, String of) {
        return desk.sheet(act, of, CHINESE);
    }

    Done press(String act, String of, ActOrder order) {
        return desk.press(act, of, order);
    }

    /** What may be done to one thing just now: {@code target} is the name of an {@link Act.Target}. */
    List<ActDesk.Offer> offered(String target, String of) {
        return desk.offered(target.toUpperCase(Locale.ROOT), of, CHINESE);
    }
}
