package cn.zrzy.hub.site;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** 证据包下载. A cache asks each time whether its copy is still the newest; the version alone answers that. */
@Controller
class BundleDownload {

    private final Dossiers dossiers;
    private final BundleShelf shelf;

    BundleDownload(Dossiers dossiers, BundleShelf shelf) {
        this.dossiers = dossiers;
        this.shelf = shelf;
    }

    @GetMapping("/pub/draws/{drawNo}/bundle.zip")
    ResponseEntity<Resource> bundle(
            @PathVariable String drawNo,
            @RequestHeader(value = HttpHeaders.RANGE, required = false) String range,
            @RequestHeader(value = HttpHeaders.IF_RANGE, required = false) String begun) {
        Optional<Dossier> dossier = dossiers.find(drawNo).filter(Dossier::bundleIsPublic);
        if (dossier.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        String version = dossier.get().version();
        Optional<Path> file = shelf.file(drawNo, version);
        if (file.isEmpty()) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, "1")
                    .build();
        }
        boolean sameVersion = begun == null || begun.equals("\"" + version + "\"");
        long length = file.get().toFile().length();
        if (range != null && sameVersion && !isGood(range, length)) {
            return ResponseEntity.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header(HttpHeaders.CONTENT_RANGE, "bytes */" + length)
                    .build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .cacheControl(CacheControl.noCache().cachePublic())
                .eTag(version)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + drawNo + ".zip\"")
                .body(body(file.get(), sameVersion));
    }

    /** A range that cannot be given is answered without the bundle; Spring says 416 and sends all of it. */
    private static boolean isGood(String range, long length) {
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(range);
            return ranges.stream().allMatch(part -> part.getRangeStart(length) < length)
                    && ranges.stream()
                                    .mapToLong(part -> part.getRangeEnd(length) - part.getRangeStart(length) + 1)
                                    .sum()
                            <= length;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Who began with another version gets the whole new one (RFC 9110 §13.1.5): Spring cuts no ranges from a stream. */
    private static Resource body(Path file, boolean sameVersion) {
        FileSystemResource whole = new FileSystemResource(file);
        return sameVersion ? whole : new InputStreamResource(whole);
    }
}
