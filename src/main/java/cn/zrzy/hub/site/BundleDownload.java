package cn.zrzy.hub.site;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

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
    ResponseEntity<Resource> bundle(@PathVariable String drawNo) {
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
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .cacheControl(CacheControl.noCache().cachePublic())
                .eTag(version)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + drawNo + ".zip\"")
                .body(new FileSystemResource(file.get()));
    }
}
