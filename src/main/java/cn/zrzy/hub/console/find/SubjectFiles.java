package cn.zrzy.hub.console.find;

import cn.zrzy.hub.delivery.ReceiptDesk;
import cn.zrzy.hub.kernel.search.Found;
import cn.zrzy.hub.registry.Histories;
import cn.zrzy.hub.registry.Subject;
import cn.zrzy.hub.registry.Subjects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** 检查对象卷宗: what every room has of one object, or of a firm and all that it holds. */
@Component
class SubjectFiles {

    /** Of each kind; more than an object gathers in ten years. */
    private static final int MOST = 500;

    /** So many versions' lists are read; a firm with more parcels has them on pages of their own. */
    private static final int HOLDINGS = 40;

    private final Search search;
    private final Subjects subjects;
    private final Histories histories;
    private final ReceiptDesk receipts;
    private final Places places;

    SubjectFiles(Search search, Subjects subjects, Histories histories, ReceiptDesk receipts, Places places) {
        this.search = search;
        this.subjects = subjects;
        this.histories = histories;
        this.receipts = receipts;
        this.places = places;
    }

    /**
     * @param newest its newest version; empty for what stands in no registry any more, or only holds others
     * @param objects itself and what it holds
     * @param held what each partner has signed for, the last version of each thing
     */
    record SubjectFile(
            String code, Subject newest, List<Found> objects, List<Moment> moments, List<ReceiptDesk.Line> held) {}

    /** Empty when no room knows it, or nothing that this role may know. */
    Optional<SubjectFile> of(String code, String role) {
        if (!search.reaches(Found.Kind.SUBJECT, role)) {
            return Optional.empty();
        }
        List<Found> found = search.of(List.of(code), role, MOST);
        List<Found> objects = kind(found, Found.Kind.SUBJECT);
        List<String> codes = new ArrayList<>(objects.stream().map(Found::key).toList());
        if (!codes.contains(code)) {
            codes.add(code);
        }
        List<Moment> moments = new ArrayList<>();
        List<Found> all = codes.size() == 1 ? found : search.of(codes, role, MOST);
        all.stream()
                .filter(each -> each.kind() != Found.Kind.SUBJECT)
                .forEach(each -> moments.add(Moment.of(each, code, places)));
        codes.stream()
                .limit(HOLDINGS)
                .flatMap(each -> histories.ofSubject(each).stream())
                .forEach(version -> moments.add(Moment.of(version, places)));
        List<ReceiptDesk.Line> sent = receipts.about(codes, search.hidden(role), MOST);
        sent.stream()
                .filter(line -> !line.signed().receiptNo().isEmpty())
                .forEach(line -> moments.add(Moment.of(line, places)));
        return moments.isEmpty() && objects.isEmpty()
                ? Optional.empty()
                : Optional.of(new SubjectFile(code, newest(code), objects, moments, held(sent)));
    }

    private Subject newest(String code) {
        return Subject.standing(subjects.history(code), Instant.MAX).orElse(null);
    }

    private static List<ReceiptDesk.Line> held(List<ReceiptDesk.Line> newestFirst) {
        Map<String, ReceiptDesk.Line> last = new LinkedHashMap<>();
        newestFirst.stream()
                .filter(line -> !line.signed().receiptNo().isEmpty())
                .forEach(line -> last.putIfAbsent(line.thing(), line));
        return List.copyOf(last.values());
    }

    private static List<Found> kind(List<Found> found, Found.Kind kind) {
        return found.stream().filter(each -> each.kind() == kind).toList();
    }
}
