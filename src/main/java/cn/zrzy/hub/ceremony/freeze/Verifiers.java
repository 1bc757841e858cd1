package cn.zrzy.hub.ceremony.freeze;

import cn.zrzy.hub.draw.model.VerifierFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The verifier programs that go into every bundle (验证程序), from the jar's folder {@code verify/}; the build
 * puts them there out of {@code src/verify}. A hub without one of them does not start: no draw without its proof.
 */
@Component
class Verifiers {

    private static final List<String> NAMES = List.of("README.txt", "verify.html", "verify.jar", "verify.py");

    private final Map<String, byte[]> bytes = new LinkedHashMap<>();

    Verifiers() {
        for (String name : NAMES) {
            try (InputStream file = Verifiers.class.getResourceAsStream("/verify/" + name)) {
                if (file == null) {
                    throw new IllegalStateException("verify/" + name + " is missing; build with Maven");
                }
                bytes.put(name, file.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    List<VerifierFile> list() {
        return bytes.entrySet().stream()
                .map(file -> VerifierFile.of(file.getKey(), file.getValue()))
                .toList();
    }

    Map<String, byte[]> bytes() {
        return Map.copyOf(bytes);
    }
}
