package cn.zrzy.hub.plumbing;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.component.file.GenericFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name in a server's listing is the server's word (CVE-2026-79983). */
class PlainNamesTests {

    private final PlainNames names = new PlainNames();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../inspectors_20261127.csv",
                "..",
                "a/../../etc/passwd",
                "/etc/passwd",
                "sub/inspectors_20261127.csv",
                "a\\b.csv",
                "a..b",
                ".hidden",
                "文件.csv",
                "a b.csv",
                "a\nb.csv",
                ""
            })
    void aNameThatIsMoreThanANameIsNotTaken(String name) {
        assertThat(names.accept(file(name))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"inspectors_20261127.csv", "inspectors_20261127.csv.ok", "refer_v1.slip.json"})
    void theAgreedNamesAreTaken(String name) {
        assertThat(names.accept(file(name))).isTrue();
    }

    private static GenericFile<Object> file(String name) {
        GenericFile<Object> file = new GenericFile<>();
        file.setFileName(name);
        file.setFileNameOnly(name.contains("/") ? name.substring(name.lastIndexOf('/') + 1) : name);
        return file;
    }
}
