package cn.zrzy.hub.site;

import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.model.VerifierFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 验证抽取: the programs for the public byte for byte, and how to use them; the verifiers lie in every bundle too. */
@Controller
class VerifierPages {

    /** The page's own policy and nobody may frame it; inline script is allowed here because its digest is published. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; "
            + "script-src 'unsafe-inline' blob:; worker-src blob:; img-src data:; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'";

    private static final Map<String, MediaType> TYPES = Map.of(
            "verify.html",
            MediaType.TEXT_HTML,
            "witness.html",
            MediaType.TEXT_HTML,
            "verify.py",
            new MediaType("text", "x-python"),
            "verify.jar",
            new MediaType("application", "java-archive"));

    private record Program(byte[] bytes, VerifierFile digests) {}

    private final Map<String, Program> programs = new LinkedHashMap<>();
    private final Pages pages;
    private final DrawLedger ledger;

    VerifierPages(Pages pages, DrawLedger ledger) {
        this.pages = pages;
        this.ledger = ledger;
        for (String name : List.of("verify.html", "verify.py", "verify.jar", "witness.html")) {
            ClassPathResource file = new ClassPathResource("verify/" + name);
            if (file.exists()) {
                byte[] bytes = read(file);
                programs.put(name, new Program(bytes, VerifierFile.of(name, bytes)));
            }
        }
    }

    private static byte[] read(ClassPathResource file) {
        try (InputStream in = file.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/pub/verify")
    ResponseEntity<byte[]> page() {
        return program("verify.html");
    }

    @GetMapping("/pub/{name:verify\\.(?:html|py|jar)|witness\\.html}")
    ResponseEntity<byte[]> program(@PathVariable String name) {
        Program program = programs.get(name);
        if (program == null) {
            return ResponseEntity.notFound().build();
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(TYPES.get(name))
                .cacheControl(Pages.SHORT)
                .eTag(program.digests().sm3().substring(0, 32));
        return name.endsWith(".html")
                ? answer.header("Content-Security-Policy", POLICY).body(program.bytes())
                : answer.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                        .body(program.bytes());
    }

    @GetMapping("/pub/verify/about")
    ResponseEntity<byte[]> about(
            @RequestParam(required = false) String lang, @RequestParam(required = false) String size) {
        List<VerifierFile> files =
                programs.values().stream().map(Program::digests).toList();
        return pages.show(
                "site/verify",
                Reader.of(lang, size, "/pub/verify/about"),
                Map.of("files", files, "keys", ledger.keys()));
    }
}
