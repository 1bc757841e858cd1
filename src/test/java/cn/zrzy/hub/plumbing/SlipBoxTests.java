package cn.zrzy.hub.plumbing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.delivery.Arrivals;
import cn.zrzy.hub.kernel.Rejected;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.component.file.GenericFile;
import org.junit.jupiter.api.Test;

/** Which slips are read, by their listing alone (attack 7). */
class SlipBoxTests {

    private final Set<String> aside = new HashSet<>();
    private final List<String> told = new ArrayList<>();
    private final SlipBox box = new SlipBox(new Aside());

    @Test
    void aSlipIsReadWhenItHasStoppedGrowing() {
        assertThat(box.accept(slip("a.slip.json", 100, 1))).isFalse();
        assertThat(box.accept(slip("a.slip.json", 300, 2))).isFalse();
        assertThat(box.accept(slip("a.slip.json", 300, 2))).isTrue();
    }

    @Test
    void aSlipTooLargeIsNotFetchedAndIsTold() {
        GenericFile<Object> huge = slip("x.slip.json", 300_000_000L, 1);
        assertThat(box.accept(huge)).isFalse();
        assertThat(box.accept(huge)).isFalse();
        assertThat(told).hasSize(1);
        assertThat(told.get(0)).contains("E-MESSAGE-SIZE", "x.slip.json");
        assertThat(box.accept(huge)).isFalse();
        assertThat(told).hasSize(1);
    }

    @Test
    void whatLiesAsideIsReadAgainOnlyWhenItChanged() {
        aside.add("a.slip.json/100/1");
        assertThat(box.accept(slip("a.slip.json", 100, 1))).isFalse();
        assertThat(box.accept(slip("a.slip.json", 100, 1))).isFalse();
        assertThat(box.accept(slip("a.slip.json", 120, 2))).isFalse();
        assertThat(box.accept(slip("a.slip.json", 120, 2))).isTrue();
    }

    @Test
    void otherFilesAndForeignNamesAreLeftAlone() {
        for (String name : List.of("a.slip.json.part", "readme.txt", "../a.slip.json")) {
            assertThat(box.accept(slip(name, 10, 1))).isFalse();
            assertThat(box.accept(slip(name, 10, 1))).as(name).isFalse();
        }
        assertThat(told).isEmpty();
    }

    private static GenericFile<Object> slip(String name, long size, long modified) {
        GenericFile<Object> file = new GenericFile<>();
        file.setFileName(name);
        file.setFileNameOnly(name.substring(name.lastIndexOf('/') + 1));
        file.setFileLength(size);
        file.setLastModified(modified);
        return file;
    }

    private final class Aside implements Arrivals {

        @Override
        public void begin(String source, String id) {}

        @Override
        public void end(String source, String id) {}

        @Override
        public void forgive(String source, String id) {}

        @Override
        public void aside(String source, String id, String place, String raw, Throwable why) {
            aside.add(id);
            told.add(((Rejected) why).code() + " " + place);
        }

        @Override
        public boolean isAside(String source, String id) {
            return aside.contains(id);
        }
    }
}
