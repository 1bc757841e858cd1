package cn.zrzy.hub.delivery.dispatch;

import static java.util.stream.Collectors.joining;

import cn.zrzy.hub.fixtures.PrintedPage;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table as people read it: a picture and every line, in docs/delivery-states.md. */
class TransitionsPaperTests {

    @Test
    void thePageOfTheStatesIsUpToDate() throws IOException {
        PrintedPage.upToDate("delivery-states.md", page(), TransitionsPaperTests.class);
    }

    private static String page() {
        return """
                # 一件报送的状态

                由 `delivery.dispatch.Transitions` 打印，请勿手改：`./mvnw test -Dtest=TransitionsPaperTests -Ddocs.write=true`。表里没有的一律拒绝：办理中的（租约不符）静静结束，值班操作答 `E-DISPATCH-STATE`。后到的回执不论处在哪个阶段都算数，图中不画。

                ```mermaid
                stateDiagram-v2
                %s
                [*] --> OWED: 登记应报送
                %s
                ```

                | 阶段 | 谁 | 事件 | 条件 | 变为 | 下次时间 | 计数 |
                |---|---|---|---|---|---|---|
                %s
                """.formatted(names(), arrows(), lines());
    }

    private static String names() {
        return Stream.of(Standing.values()).map(one -> one + ": " + one.label()).collect(joining("\n"));
    }

    private static String arrows() {
        Map<String, Set<String>> arrows = new LinkedHashMap<>();
        Transitions.all().stream()
                .filter(line -> line.event().by() != DispatchEvent.By.PARTNER && !line.isStill())
                .forEach(line -> arrows.computeIfAbsent(line.from() + " --> " + line.to(), key -> new LinkedHashSet<>())
                        .add(line.event().label()));
        return arrows.entrySet().stream()
                .map(arrow -> arrow.getKey() + ": " + String.join("、", arrow.getValue()))
                .collect(joining("\n"));
    }

    private static String lines() {
        return Stream.of(Standing.values())
                .flatMap(from -> Transitions.all().stream().filter(line -> line.from() == from))
                .map(TransitionsPaperTests::line)
                .collect(joining("\n"));
    }

    private static String line(Transition line) {
        return Stream.of(
                        line.from().label(),
                        line.event().by().label(),
                        line.event().label(),
                        line.when().label(),
                        line.isStill() ? "不变" : line.to().label(),
                        line.next().label(),
                        Stream.of(Transition.Mark.values())
                                .filter(line.marks()::contains)
                                .map(Transition.Mark::label)
                                .collect(joining("，")))
                .collect(joining(" | ", "| ", " |"));
    }
}
