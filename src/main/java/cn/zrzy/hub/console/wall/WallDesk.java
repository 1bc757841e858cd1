package cn.zrzy.hub.console.wall;

import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.console.security.Actor;
import cn.zrzy.hub.kernel.Digest;
import cn.zrzy.hub.kernel.PlainText;
import cn.zrzy.hub.kernel.RandomCode;
import cn.zrzy.hub.kernel.Rejected;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 大屏链接办理: an administrator makes and takes back the links, and both stand in the trail; a screen shows one to get in. */
@Component
class WallDesk {

    /** So that a link that lies about, or gets into a log, is known for one. */
    static final String PREFIX = "hubwall_";

    private static final int LONGEST_NAME = 30;

    private final Walls walls;
    private final AuditTrail audit;
    private final Clock clock;
    private final String consoleUrl;
    private final int longest;

    WallDesk(
            Walls walls,
            AuditTrail audit,
            Clock clock,
            @Value("${hub.console.url:http://127.0.0.1:8080}") String consoleUrl,
            @Value("${console.wall.days:180}") int longest) {
        this.walls = walls;
        this.audit = audit;
        this.clock = clock;
        this.consoleUrl = consoleUrl;
        this.longest = longest;
    }

    record Line(Wall wall, Wall.State state) {}

    int longest() {
        return longest;
    }

    List<Line> lines() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return walls.all().stream().map(wall -> new Line(wall, wall.state(now))).toList();
    }

    /**
     * @param place where the screen hangs
     * @return the link, which is never seen again
     * @throws Rejected E-WALL-NAME, E-WALL-DAYS
     */
    @Transactional
    String make(String place, int days, Actor by, String reason) {
        String name = place == null ? "" : place.strip();
        Rejected.unless(
                !name.isEmpty() && name.length() <= LONGEST_NAME && PlainText.shows(name),
                "E-WALL-NAME",
                "请写明大屏挂在哪里，不超过 " + LONGEST_NAME + " 字",
                "name");
        Rejected.unless(days >= 1 && days <= longest, "E-WALL-DAYS", "大屏链接的有效期须在 1 至 " + longest + " 天之间", "days");
        String token = PREFIX + RandomCode.token();
        OffsetDateTime now = OffsetDateTime.now(clock);
        walls.add(new Wall(0, name, by.username(), now, now.plusDays(days), null, "", null), Digest.sm3(token));
        audit.record(by.did("console.wall-made", name, reason, "", days + " 天", "成功"));
        return consoleUrl + "/wall/" + token;
    }

    /** @throws Rejected E-WALL-UNKNOWN when there is none, or it was taken back before */
    @Transactional
    void revoke(long no, Actor by, String reason) {
        boolean done = walls.revoke(no, OffsetDateTime.now(clock));
        Rejected.unless(done, "E-WALL-UNKNOWN", "没有这个大屏链接，或已经作废，请刷新页面", "no");
        audit.record(by.did("console.wall-revoked", Long.toString(no), reason, "有效", "作废", "成功"));
    }

    /** Asked of the books with each look, so that what was taken back a moment ago shows nothing. */
    boolean opens(String token, String address) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return walls.find(Digest.sm3(token))
                .filter(wall -> wall.state(now) == Wall.State.VALID)
                .map(wall -> {
                    walls.used(wall.no(), now, address);
                    return true;
                })
                .orElse(false);
    }
}
