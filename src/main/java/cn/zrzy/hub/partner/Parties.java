package cn.zrzy.hub.partner;

import cn.zrzy.hub.inspection.Finding;
import cn.zrzy.hub.registry.Subject;
import cn.zrzy.hub.registry.Subjects;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds the party of a finding in the registry's history, never in its present state: the same dispatch has to render the
 * same bytes after tonight's sync too.
 */
@Component
public class Parties {

    private static final List<String> PLACES = List.of("坐落", "住所", "地址", "项目位置");

    private final Subjects subjects;

    public Parties(Subjects subjects) {
        this.subjects = subjects;
    }

    public Party of(Finding finding) {
        Instant then = finding.recordedAt().toInstant();
        List<Subject> versions = subjects.history(finding.objectId());
        Optional<Subject> known = versions.stream()
                .filter(version -> !version.since().isAfter(then))
                .reduce((older, newer) -> newer)
                .or(() -> versions.stream().findFirst());
        String id = finding.objectId();
        return new Party(
                known.map(Subject::holderName).filter(Parties::filled).orElse(finding.objectName()),
                known.map(Subject::holderCode).filter(Parties::filled).orElse(""),
                known.flatMap(Parties::place).orElseGet(() -> region(known)),
                id.startsWith("DK:") ? id.substring(3) : "",
                id.startsWith("KQ:") ? id.substring(3) : "");
    }

    private static Optional<String> place(Subject subject) {
        return PLACES.stream()
                .map(field -> subject.details().get(field))
                .filter(Parties::filled)
                .findFirst();
    }

    private static String region(Optional<Subject> subject) {
        return "河南省许昌市"
                + Stream.ofNullable(subject.map(Subject::region).orElse(null))
                        .map(code -> "（行政区划" + code + "）")
                        .findFirst()
                        .orElse("");
    }

    private static boolean filled(String text) {
        return text != null && !text.isBlank();
    }
}
