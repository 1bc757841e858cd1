package cn.zrzy.hub.delivery;

import cn.zrzy.hub.kernel.Concern;
import cn.zrzy.hub.kernel.Concerns;
import java.util.List;
import org.springframework.stereotype.Component;

/** What came in and belongs to nothing waits for somebody to look at it (无主来件). */
@Component
class StrayConcerns implements Concerns {

    private final StrayDesk desk;

    StrayConcerns(StrayDesk desk) {
        this.desk = desk;
    }

    @Override
    public List<Concern> open() {
        return desk.open(1).stream()
                .map(oldest -> new Concern(
                        "strays", List.of(desk.count(), oldest.cause()), oldest.readAt(), null, "/strays", false))
                .toList();
    }
}
