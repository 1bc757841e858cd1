package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.fixtures.ConsolePeople;
import org.junit.jupiter.api.Test;

/** The routes as they run: a document's route says its own words, and no template's. */
class RoutesPageTests {

    @Test
    void everyRouteIsThereByIdAndInItsOwnWords() {
        String page = ConsolePeople.ofTheBlackBox()
                .letIn("routes-page", "OPERATOR")
                .get("/routes")
                .body();
        assertThat(page)
                .contains("publish-draw-to-province", "把抽取结果报送省“双随机、一公开”平台")
                .contains("sync-parcels-from-landuse", "每夜从用地系统逐页取宗地")
                .doesNotContain("{{");
    }
}
