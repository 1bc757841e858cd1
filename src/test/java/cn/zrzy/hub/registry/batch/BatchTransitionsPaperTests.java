package cn.zrzy.hub.registry.batch;

import static java.util.stream.Collectors.joining;

import cn.zrzy.hub.fixtures.PrintedPage;
import cn.zrzy.hub.registry.SyncRun.State;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table as people read it: a picture and every line, in docs/sync-states.md. */
class BatchTransitionsPaperTests {

    @Test
    void thePageOfTheStatesIsUpToDate() throws IOException {
        PrintedPage.upToDate("sync-states.md", page(), BatchTransitionsPaperTests.class);
    }

    private static String page() {
        return """
                # 一个同步批次的状态

                一夜、一个来源为一个批次。由 `registry.batch.BatchTransitions` 打印，请勿手改：`./mvnw test -Dtest=BatchTransitionsPaperTests -Ddocs.write=true`。表里没有的一律拒绝：夜间任务得到 `E-RUN-STATE`，人得到 `E-HELD-STATE`；条件不满足的，各有自己的代码。

                ```mermaid
                stateDiagram-v2
                %s
                [*] --> STAGING: 登记
                %s
                ```

                | 状态 | 谁 | 事件 | 条件 | 变为 |
                |---|---|---|---|---|
                %s
                """.formatted(names(), arrows(), lines());
    }

    private static String names() {
        return Stream.of(State.values()).map(one -> one + ": " + one.label()).collect(joining("\n"));
    }

    private static String arrows() {
        return BatchTransitions.all().stream()
                .filter(line -> line.from() != line.to())
                .map(line ->
                        line.from() + " --> " + line.to() + ": " + line.event().label())
                .collect(joining("\n"));
    }

    private static String lines() {
        return BatchTransitions.all().stream()
                .map(line -> "| %s | %s | %s | %s | %s |"
                        .formatted(
                                line.from().label(),
                                line.event().by().label(),
                                line.event().label(),
                                line.provided(),
                                line.to().label()))
                .collect(joining("\n"));
    }
}
