package cn.zrzy.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Runs the public's own verifier over a bundle, as a citizen would: python3 and nothing of the hub. */
final class BundleCheck {

    private BundleCheck() {}

    /** @return 0 when the draw holds, 1 when it does not, 2 when the bundle cannot be read */
    static int verdict(byte[] bundle) throws IOException {
        Path file = Files.createTempFile("bundle", ".zip");
        Files.write(file, bundle);
        Process process = new ProcessBuilder("python3", "src/main/resources/verify/verify.py", file.toString())
                .inheritIO()
                .start();
        try {
            process.waitFor(120, TimeUnit.SECONDS);
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
