package cn.zrzy.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;
import org.springframework.util.PropertyPlaceholderHelper;

/** Reads every route file and holds it against the house rules (design.md §4, §5, §8). */
class RouteBookTests {

    /** A route's frame is six lines; a step that many know is one more. */
    static final int LINES_SHARED = 8;

    private static final String TABLE_HEAD = "| 路由 | 说明 | 读自 | 策略 |\n|---|---|---|---|\n";
    private static final Path ROUTES = Path.of("routes");

    @TestFactory
    Stream<DynamicTest> everyRouteFile() throws IOException {
        return files().map(file -> DynamicTest.dynamicTest(
                ROUTES.relativize(file).toString(),
                () -> assertThat(RouteFile.read(ROUTES, file).faults()).isEmpty()));
    }

    /** What several conversations share is written once, in a template or a policy. */
    @Test
    void noTwoConversationsAreCopies() throws IOException {
        assertThat(copies(files().map(file -> RouteFile.read(ROUTES, file)).toList()))
                .isEmpty();
    }

    static List<String> copies(List<RouteFile> all) {
        List<RouteFile> told = all.stream().filter(RouteFile::isConversation).toList();
        return told.stream()
                .flatMap(one -> told.stream()
                        .filter(other -> one.name().compareTo(other.name()) < 0)
                        .filter(other -> one.sharedWith(other) > LINES_SHARED)
                        .map(other ->
                                one.name() + " and " + other.name() + " share " + one.sharedWith(other) + " lines"))
                .toList();
    }

    /** One that nobody fills in is read by nobody, and no rule is asked of it. */
    @Test
    void everyTemplateIsFilledIn() throws IOException {
        Map<Boolean, Set<String>> names = files().map(file -> RouteFile.read(ROUTES, file))
                .filter(file -> file.template().isPresent())
                .collect(Collectors.partitioningBy(
                        RouteFile::isTemplate,
                        Collectors.mapping(file -> file.template().orElseThrow(), Collectors.toSet())));
        assertThat(names.get(true)).isNotEmpty().isEqualTo(names.get(false));
    }

    @Test
    void everyWorkQueueHasOneReader() throws IOException {
        Map<String, List<String>> readers = files().map(file -> RouteFile.read(ROUTES, file))
                .filter(RouteFile::isRoute)
                .collect(
                        Collectors.groupingBy(RouteFile::from, Collectors.mapping(RouteFile::id, Collectors.toList())));
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
        Map<String, Object> schedules = YamlTree.yaml(Path.of("config/schedules.yaml"));
        assertThat(ids).containsAll(YamlTree.at(schedules, "schedules", "jobs").keySet());
        assertThat(ids)
                .containsAll(YamlTree.at(schedules, "receiving", "routes").keySet());
        assertThat(ids)
                .containsAll(
                        all.stream().flatMap(route -> route.owed().stream()).toList());
    }

    /** Else a paused one would read after a restart, until the pauses were looked at; and what nobody starts would never run. */
    @Test
    void receivingRoutesAndNoOthersWaitForThePausesToBeRead() throws IOException {
        Map<String, Object> schedules = YamlTree.yaml(Path.of("config/schedules.yaml"));
        assertThat(files().map(file -> RouteFile.read(ROUTES, file))
                        .filter(route -> !route.startsByItself())
                        .map(RouteFile::id))
                .containsExactlyInAnyOrderElementsOf(
                        YamlTree.at(schedules, "receiving", "routes").keySet());
    }

    /** A folder that we made ourselves would say that the way is open when the partner has moved it. */
    @Test
    void noFolderOfAnotherHouseIsMadeByUs() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new FileSystemResource("config/endpoints.yaml"));
        Properties settings = yaml.getObject();
        PropertyPlaceholderHelper filled = new PropertyPlaceholderHelper("${", "}", null, null, true);
        assertThat(settings.stringPropertyNames().stream()
                        .map(settings::getProperty)
                        .filter(address -> address.startsWith("sftp:")))
                .isNotEmpty()
                .allSatisfy(address -> assertThat(filled.replacePlaceholders(address, settings))
                        .contains("&autoCreate=false&"));
    }

    @Test
    void theTableInTheReadmeIsUpToDate() throws IOException {
        String table = TABLE_HEAD
                + files().map(file -> RouteFile.read(ROUTES, file))
                        .filter(RouteFile::isRoute)
                        .map(RouteFile::line)
                        .collect(Collectors.joining());
        Path readme = ROUTES.resolve("README.md");
        if (Boolean.getBoolean("routes.readme.write")) {
            String text = Files.readString(readme);
            int start = text.indexOf(TABLE_HEAD);
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
