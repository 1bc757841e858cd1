package cn.zrzy.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Reads every route file and holds it against the house rules (design.md §4, §5, §8). */
class RouteBookTests {

    private static final Path ROUTES = Path.of("routes");

    @TestFactory
    Stream<DynamicTest> everyRouteFile() throws IOException {
        return files().map(file -> DynamicTest.dynamicTest(
                ROUTES.relativize(file).toString(),
                () -> assertThat(RouteFile.read(ROUTES, file).faults()).isEmpty()));
    }

    @Test
    void everyWorkQueueHasOneReader() throws IOException {
        Map<String, List<String>> readers = RouteFile.readers(
                files().map(file -> RouteFile.read(ROUTES, file)).toList());
        assertThat(readers)
                .allSatisfy((from, routes) ->
                        assertThat(routes).as("readers of " + from).hasSize(1));
    }

    @Test
    void everyDirectCallHasItsRoute() throws IOException {
        List<RouteFile> all = files().map(file -> RouteFile.read(ROUTES, file)).toList();
        List<String> heard = all.stream().map(RouteFile::from).toList();
        assertThat(all.stream()
                        .flatMap(route -> route.directTargets().stream())
                        .distinct()
                        .toList())
                .allSatisfy(target -> assertThat(heard).contains(target));
    }

    @Test
    void everyNightJobHasItsRouteAndEveryDebtItsQueue() throws IOException {
        List<RouteFile> all = files().map(file -> RouteFile.read(ROUTES, file)).toList();
        List<String> ids = all.stream().map(RouteFile::id).toList();
        Map<String, Object> schedules = RouteFile.yaml(Path.of("config/schedules.yaml"));
        assertThat(ids).containsAll(RouteFile.at(schedules, "schedules", "jobs").keySet());
        assertThat(ids)
                .containsAll(RouteFile.at(schedules, "receiving", "routes").keySet());
        assertThat(ids)
                .containsAll(
                        all.stream().flatMap(route -> route.owed().stream()).toList());
    }

    @Test
    void theTableInTheReadmeIsUpToDate() throws IOException {
        List<RouteFile> all = files().map(file -> RouteFile.read(ROUTES, file)).toList();
        String table = RouteFile.table(all);
        Path readme = ROUTES.resolve("README.md");
        if (Boolean.getBoolean("routes.readme.write")) {
            String text = Files.readString(readme);
            int start = text.indexOf(RouteFile.TABLE_HEAD);
            Files.writeString(readme, text.substring(0, start) + table);
        }
        assertThat(Files.readString(readme))
                .as("run ./mvnw test -Dtest=RouteBookTests -Droutes.readme.write=true")
                .endsWith(table);
    }

    private static Stream<Path> files() throws IOException {
        return Files.walk(ROUTES)
                .filter(file -> file.toString().endsWith(".camel.yaml"))
                .sorted();
    }
}
