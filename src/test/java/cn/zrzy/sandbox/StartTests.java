package cn.zrzy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every agency starts alone, by its own main class, on free ports. */
class StartTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "hr,hr.HrAgency,true",
        "landuse,landuse.LanduseAgency,false",
        "province,province.ProvinceAgency,false",
        "portal,portal.PortalAgency,false",
        "enforcement,enforcement.EnforcementAgency,false",
        "judiciary,judiciary.JudiciaryAgency,true",
        "credit,credit.CreditAgency,false",
        "tsa,tsa.TsaAgency,false"
    })
    void startsAlone(String agency, String main, boolean sftp) throws Exception {
        try (Child child = Child.start(main, folder, 1, "--broker=amqp://127.0.0.1:1")) {
            assertThat(child.get(agency, "/sim/" + agency + "/health")
                            .path("status")
                            .asText())
                    .isEqualTo("UP");
            assertThat(child.received(agency).path("effects")).isEmpty();
            assertThat(child.sftp(agency) > 0).isEqualTo(sftp);
            if (sftp) {
                assertThat(Files.readString(folder.resolve("data/" + agency + ".known_hosts")))
                        .startsWith("[127.0.0.1]:" + child.sftp(agency) + " ecdsa-sha2-nistp256 ");
            }
        }
    }
}
