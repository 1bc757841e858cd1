package cn.zrzy.hub.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Who may go through the data folder, whoever starts on it. */
class DataFolderTests {

    @TempDir
    private Path data;

    @Test
    void nobodyElseMay() throws IOException {
        start(false);
        assertThat(mode()).isEqualTo("rwx------");
    }

    /** Once a second start without a server of its own shut the running one out of its cluster, minutes later. */
    @Test
    void aServerThatHasItsClusterThereIsNotShutOut() throws IOException {
        assumeTrue(OsUser.isRoot());
        start(true);
        assertThat(mode()).isEqualTo("rwx--x--x");
        Files.createDirectories(data.resolve("postgres/cluster"));
        start(false);
        assertThat(mode()).isEqualTo("rwx--x--x");
    }

    private void start(boolean embedded) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        java.util.Map.of(
                                "hub.data", data.toString(),
                                "hub.secrets.dir", data.resolve("secrets").toString(),
                                "hub.embedded.postgres", embedded)));
        new Secrets().postProcessEnvironment(environment, new SpringApplication());
    }

    private String mode() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(data));
    }
}
