package cn.zrzy.hub.registry.recusal;

import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.registry.Recusals;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** 回避申报: checked, then kept. */
@Component("recusals")
class RecusalBook implements Recusals {

    private final RecusalRows rows;
    private final Clock clock;

    RecusalBook(RecusalRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Recusal declare(String staffNo, String subjectCode, String reason, String by) {
        given("工号", staffNo);
        given("检查对象代码", subjectCode);
        given("理由", reason);
        given("申报人", by);
        rows.enter(staffNo.strip(), subjectCode.strip(), reason.strip(), by.strip(), Beijing.moment(clock));
        return rows.inForce(staffNo.strip(), subjectCode.strip());
    }

    @Override
    public void lift(long id, String reason, String by) {
        given("理由", reason);
        rows.end(id, reason, by, Beijing.moment(clock));
    }

    @Override
    public List<Recusal> inForce(Instant time) {
        return rows.inForce(time);
    }

    private static void given(String field, String value) {
        if (value == null || value.isBlank()) {
            throw new Rejected("E-RECUSAL", "回避申报缺少" + field, Place.field(field));
        }
    }
}
