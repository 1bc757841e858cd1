package cn.zrzy.hub.ceremony.freeze;

import cn.zrzy.hub.ceremony.record.DrawResults;
import cn.zrzy.hub.ceremony.terms.DrawSettings;
import cn.zrzy.hub.draw.model.PoolInspector;
import cn.zrzy.hub.draw.model.PoolSubject;
import cn.zrzy.hub.draw.model.Recusal;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.plan.PlanItem;
import cn.zrzy.hub.plan.Scheme;
import cn.zrzy.hub.registry.Inspector;
import cn.zrzy.hub.registry.Inspectors;
import cn.zrzy.hub.registry.Recusals;
import cn.zrzy.hub.registry.Subject;
import cn.zrzy.hub.registry.Subjects;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Takes from the registries who can be drawn and who can be matched for one scheme (抽取池). */
@Component
public class PoolBuilder {

    private static final SecureRandom SALTS = new SecureRandom();
    private static final String WHOLE_CITY = "411000";

    /** 本年度该事项已抽查; one of draw.exclusions. */
    private static final String DONE = "DONE";

    private final Subjects subjects;
    private final Officers officers;
    private final Recusals recusals;
    private final DrawResults results;
    private final DrawSettings settings;
    private final Clock clock;

    PoolBuilder(
            Subjects subjects,
            Inspectors inspectors,
            Recusals recusals,
            DrawResults results,
            DrawSettings settings,
            Clock clock) {
        this.subjects = subjects;
        this.officers = new Officers(inspectors);
        this.recusals = recusals;
        this.results = results;
        this.settings = settings;
        this.clock = clock;
    }

    /** Everyone who is in the registry, alive and of the item's kind; each subject once, with all items it is fit for. */
    List<PoolSubject> subjects(Scheme scheme) {
        YearSoFar year = soFar(scheme);
        Map<String, PoolSubject> pool = new LinkedHashMap<>();
        for (PlanItem item : scheme.items()) {
            try (Stream<Subject> fit = subjects.eligible(item.objectKinds(), WHOLE_CITY, scheme.windowFrom())) {
                fit.forEach(subject -> pool.merge(
                        subject.code(),
                        pooled(subject, item.itemCode(), year.checks(subject.code())),
                        PoolBuilder::bothItems));
            }
        }
        return pool.values().stream().map(subject -> notTwice(subject, year)).toList();
    }

    /** Once a year for each item, unless the item is repeated; a subject with nothing left stays in sight as excluded. */
    private PoolSubject notTwice(PoolSubject subject, YearSoFar year) {
        List<String> open = subject.itemCodes().stream()
                .filter(item -> settings.repeatItems().contains(item) || !year.done(subject.id(), item))
                .toList();
        return new PoolSubject(
                subject.id(),
                subject.type(),
                subject.region(),
                subject.categories(),
                subject.creditClass(),
                open.isEmpty() ? subject.itemCodes() : open,
                open.isEmpty() ? DONE : "",
                subject.checksThisYear(),
                subject.salt());
    }

    /** Certified for the whole inspection window and fit for a draw; the rest stay in the registry with their reason. */
    List<PoolInspector> inspectors(Scheme scheme) {
        YearSoFar year = soFar(scheme);
        return officers.fit(scheme.windowTo()).stream()
                .map(person -> new PoolInspector(
                        person.cardNo(),
                        Officers.department(person),
                        person.regions(),
                        Officers.tags(person),
                        person.cardValidTo(),
                        person.leader(),
                        settings.caps().of(year.places(person.cardNo()), scheme.windowFrom(), scheme.windowTo()),
                        Math.min(1000, year.places(person.cardNo())),
                        salt()))
                .toList();
    }

    /** Declared pairs, by card number and subject; a pair with a holder holds for all that the holder has. */
    List<Recusal> recusals(List<PoolSubject> pool, LocalDate date) {
        Map<String, String> cards = new HashMap<>();
        officers.fit(date).forEach(person -> cards.put(person.staffNo(), person.cardNo()));
        Set<String> codes = new TreeSet<>();
        pool.forEach(subject -> codes.add(subject.id()));
        Map<String, Recusal> pairs = new LinkedHashMap<>(); // one pair may be declared twice: by subject and by holder
        for (Recusals.Recusal declared : recusals.inForce(clock.instant())) {
            String card = cards.get(declared.staffNo());
            if (card != null) {
                recused(declared.subjectCode(), codes)
                        .forEach(code ->
                                pairs.computeIfAbsent(card + "|" + code, pair -> new Recusal(card, code, salt())));
            }
        }
        return List.copyOf(pairs.values());
    }

    /** @return of the pool, the subject of that code or whatever that holder has */
    private Stream<String> recused(String code, Set<String> codes) {
        return codes.contains(code)
                ? Stream.of(code)
                : subjects.search(code, null, 0, 1000).stream()
                        .filter(subject -> subject.holderCode().equals(code))
                        .map(Subject::code)
                        .filter(codes::contains);
    }

    private YearSoFar soFar(Scheme scheme) {
        return YearSoFar.of(results.ofYear(scheme.windowFrom().getYear()));
    }

    private static PoolSubject pooled(Subject subject, String item, int checks) {
        return new PoolSubject(
                subject.code(),
                subject.kind().name(),
                subject.region(),
                List.of(),
                subject.creditClass(),
                List.of(item),
                "",
                checks,
                salt());
    }

    private static PoolSubject bothItems(PoolSubject one, PoolSubject other) {
        Set<String> items = new TreeSet<>(one.itemCodes());
        items.addAll(other.itemCodes());
        return new PoolSubject(
                one.id(),
                one.type(),
                one.region(),
                one.categories(),
                one.creditClass(),
                List.copyOf(items),
                "",
                one.checksThisYear(),
                one.salt());
    }

    private static String salt() {
        byte[] salt = new byte[32];
        SALTS.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    public Map<String, Inspector> byCard(Instant frozenAt) {
        return officers.byCard(frozenAt);
    }

    /** The subject's name in the list that was frozen; it may have been renamed or left the live list since. */
    public String name(String subjectCode, Instant frozenAt) {
        return Subject.standing(subjects.history(subjectCode), frozenAt)
                .map(Subject::name)
                .orElseThrow(() -> new Rejected("E-DRAW-NAME", "名录库里查不到对象 " + subjectCode));
    }
}
