package cn.zrzy.hub.registry.recusal;

import cn.zrzy.hub.registry.Recusals.Recusal;
import java.time.Instant;
import java.util.List;

/** The declared pairs as rows. */
public interface RecusalRows {

    /** A pair that is in force already stays as it is. */
    void enter(String staffNo, String subjectCode, String reason, String by, Instant now);

    Recusal inForce(String staffNo, String subjectCode);

    List<Recusal> inForce(Instant time);

    void end(long id, String reason, String by, Instant now);
}
