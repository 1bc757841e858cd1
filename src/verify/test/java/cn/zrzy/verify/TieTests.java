package cn.zrzy.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two answers with the same Σ u_1 (sample tie.zip): Σ u_2 decides, and the other answer is red whatever its prices say. */
class TieTests {

    private Forge tie;
    private Network net;
    private List<String> tied;
    private List<String> row;

    @BeforeEach
    void open() throws IOException {
        tie = Forge.of(Files.readAllBytes(Path.of("src/test/resources/samples/draw/tie.zip")))
                .settle();
        Bundle b = SmallBundles.open(tie);
        net = Network.of(b, 0);
        tied = b.inspectors().stream()
                .filter(i -> !i.leader())
                .map(Papers.Inspector::id)
                .toList();
        row = List.of(tie.text("result.teams.csv")
                .lines()
                .filter(l -> l.contains(",组员,"))
                .findFirst()
                .orElseThrow()
                .split(","));
    }

    @Test
    void theNextFortyBitsDecide() {
        assertThat(tied).hasSize(2);
        byte[] sits = net.pair(row.get(0), row.get(2));
        byte[] stays = net.pair(row.get(0), other());
        assertThat(Bits.forty(sits, 1)).isEqualTo(Bits.forty(stays, 1));
        assertThat(Bits.forty(sits, 2)).isLessThan(Bits.forty(stays, 2));
        assertThat(ByteBuffer.wrap(tie.files.get("prices.bin")).getInt(40)).isEqualTo(2);
    }

    @Test
    void theOtherAnswerUnderTheSamePricesIsRed() {
        takeTheOther();
        red("E-PRICE");
    }

    @Test
    void theOtherAnswerWithPricesThatStopAtTheTieIsRed() {
        takeTheOther();
        oneLevel();
        red("E-TIE");
    }

    @Test
    void theRightAnswerWithoutTheSecondLevelIsRed() {
        oneLevel();
        red("E-TIE");
    }

    /** No prices at all prove it: here those that would, were the second level's tickets exchanged. */
    @Test
    void theOtherAnswerUnderMirroredPricesIsRed() {
        takeTheOther();
        ByteBuffer prices = ByteBuffer.wrap(tie.files.get("prices.bin"));
        int first = prices.capacity() - 8 * net.inspectors.size();
        int a = first + 8 * net.line(tied.get(0));
        int b = first + 8 * net.line(tied.get(1));
        long x = prices.getLong(a);
        prices.putLong(a, prices.getLong(b)).putLong(b, x);
        tie.settle();
        red("E-PRICE");
    }

    private String other() {
        return tied.get(1 - tied.indexOf(row.get(2)));
    }

    private void takeTheOther() {
        String line = String.join(",", row.get(0), row.get(1), other(), Bits.hex(net.pair(row.get(0), other())));
        for (String file : List.of("result.teams.csv", "current.teams.csv")) {
            tie.edit(file, t -> t.replace(String.join(",", row), line));
        }
        tie.settle();
    }

    private void oneLevel() {
        byte[] two = tie.files.get("prices.bin");
        ByteBuffer one = ByteBuffer.wrap(Arrays.copyOf(two, 44 + (two.length - 44) / 2));
        tie.files.put("prices.bin", one.putInt(40, 1).array());
        tie.settle();
    }

    private void red(String code) {
        String report = AgreementTests.same(tie.zip(), "");
        assertThat(SmallBundles.errors(report)).containsEntry("optimal", "fail " + code);
        assertThat(SmallBundles.errors(report).values().stream()
                        .filter(s -> s.startsWith("fail"))
                        .count())
                .isOne();
    }
}
