package cn.zrzy.hub.plan;

import cn.zrzy.hub.draw.DrawHash;
import cn.zrzy.hub.draw.DrawItem;
import cn.zrzy.hub.draw.DrawRules;
import cn.zrzy.hub.draw.LadderStep;
import cn.zrzy.hub.draw.PoolInspector;
import cn.zrzy.hub.draw.PoolSubject;
import cn.zrzy.hub.draw.RatioScheme;
import cn.zrzy.hub.draw.Recusal;
import cn.zrzy.hub.draw.TeamPlan;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.registry.Inspector;
import cn.zrzy.hub.registry.Inspectors;
import cn.zrzy.hub.registry.Recusals;
import cn.zrzy.hub.registry.Subject;
import cn.zrzy.hub.registry.Subjects;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Takes from the registries who can be drawn and who can be matched for one scheme (抽取池). */
@Component
@EnableConfigurationProperties(DrawSettings.class)
class PoolBuilder {

    private static final SecureRandom SALTS = new SecureRandom();
    private static final String WHOLE_CITY = "411000";

    private final Subjects subjects;
    private final Inspectors inspectors;
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
        this.inspectors = inspectors;
        this.recusals = recusals;
        this.results = results;
        this.settings = settings;
        this.clock = clock;
    }

    /** Everyone who is in the registry, alive and of the item's kind; each subject once, with all items it is fit for. */
    List<PoolSubject> subjects(Scheme scheme) {
        Map<String, Integer> checked = checksThisYear(scheme.windowFrom().getYear());
        Map<String, PoolSubject> pool = new LinkedHashMap<>();
        for (PlanItem item : scheme.items()) {
            try (Stream<Subject> fit = subjects.eligible(item.objectKinds(), WHOLE_CITY, scheme.windowFrom())) {
                fit.forEach(subject -> pool.merge(
                        subject.code(),
                        pooled(subject, item.itemCode(), checked.getOrDefault(subject.code(), 0)),
                        PoolBuilder::bothItems));
            }
        }
        return List.copyOf(pool.values());
    }

    /** Certified for the whole inspection window; the rest stay in the registry with their reason. */
    List<PoolInspector> inspectors(Scheme scheme) {
        Map<String, Integer> load = loadThisYear(scheme.windowFrom().getYear());
        return inspectors.certified(scheme.windowTo()).stream()
                .map(person -> new PoolInspector(
                        person.cardNo(),
                        department(person),
                        person.regions(),
                        Stream.concat(person.fields().stream(), person.specialties().stream())
                                .distinct()
                                .sorted()
                                .toList(),
                        person.cardValidTo(),
                        person.leader(),
                        settings.inspectorCap(),
                        Math.min(1000, load.getOrDefault(person.cardNo(), 0)),
                        salt()))
                .toList();
    }

    /** As a code word: the draw's canonical form reserves some signs. */
    private static String department(Inspector person) {
        String words = person.department().isEmpty() ? person.unit() : person.department();
        return words.replaceAll("[,\"|+:\\\\]", " ").strip();
    }

    /** Declared pairs, by card number and subject; a pair with a holder holds for all that the holder has. */
    List<Recusal> recusals(List<PoolSubject> pool, LocalDate date) {
        Map<String, String> cards = new HashMap<>();
        inspectors.certified(date).forEach(person -> cards.put(person.staffNo(), person.cardNo()));
        Set<String> codes = new TreeSet<>();
        pool.forEach(subject -> codes.add(subject.id()));
        List<Recusal> pairs = new ArrayList<>();
        for (Recusals.Recusal declared : recusals.inForce(clock.instant())) {
            String card = cards.get(declared.staffNo());
            if (card == null) {
                continue;
            }
            if (codes.contains(declared.subjectCode())) {
                pairs.add(new Recusal(card, declared.subjectCode(), salt()));
            } else {
                subjects.search(declared.subjectCode(), null, 0, 1000).stream()
                        .filter(subject -> subject.holderCode().equals(declared.subjectCode()))
                        .map(Subject::code)
                        .filter(codes::contains)
                        .forEach(code -> pairs.add(new Recusal(card, code, salt())));
            }
        }
        return pairs;
    }

    DrawRules rules(Scheme scheme) {
        List<DrawItem> items = new ArrayList<>();
        List<RatioScheme> ratios = new ArrayList<>();
        for (PlanItem item : scheme.items()) {
            String ratio = "PLAN-" + item.itemCode();
            ratios.add(new RatioScheme(
                    ratio,
                    "年度计划 " + scheme.planNo() + " 第" + item.seq() + "行所定比例，不分等级",
                    List.of(new RatioScheme.ClassRatio("*", item.ratioBp(), "全部对象"))));
            items.add(new DrawItem(
                    item.itemCode(),
                    item.itemName(),
                    item.itemClass().equals("重点"),
                    ratio,
                    item.itemClass().equals("重点") ? 10_000 : item.ratioBp(),
                    0,
                    List.of()));
        }
        return new DrawRules(
                DrawHash.SM3,
                scheme.terms().stratifyBy(),
                items,
                ratios,
                true,
                settings.reserveBp(),
                settings.firmCap(),
                settings.exclusions(),
                scheme.terms().teams().isEmpty()
                        ? List.of(team(scheme.teamSize()))
                        : scheme.terms().teams(),
                List.of(LadderStep.region(4), LadderStep.cap(20), LadderStep.defer(200)),
                begins(scheme),
                scheme.windowTo());
    }

    /** A scheme that is drawn again after a void may be in its window already; nobody inspects before the draw. */
    private LocalDate begins(Scheme scheme) {
        LocalDate today = LocalDate.now(clock);
        return scheme.windowFrom().isBefore(today) ? today : scheme.windowFrom();
    }

    /** At least one leader; the rest of the team may be anyone who is certified. */
    private static TeamPlan team(int size) {
        return new TeamPlan(
                "检查组",
                List.of(),
                size,
                List.of(
                        new TeamPlan.Role("组长", "", true, List.of(), 1, size),
                        new TeamPlan.Role("组员", "", false, List.of(), 0, size - 1)));
    }

    private Map<String, Integer> checksThisYear(int year) {
        Map<String, Integer> count = new HashMap<>();
        results.ofYear(year)
                .forEach(draw -> draw.picks().forEach(pick -> count.merge(pick.objectId(), 1, Integer::sum)));
        return count;
    }

    private Map<String, Integer> loadThisYear(int year) {
        Map<String, Integer> load = new HashMap<>();
        results.ofYear(year).stream()
                .flatMap(draw -> draw.picks().stream())
                .flatMap(pick -> pick.inspectors().stream())
                .forEach(member -> load.merge(member.certNo(), 1, Integer::sum));
        return load;
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

    /** The person behind a card as the list stood at the freeze: who has left since was matched all the same. */
    Map<String, Inspector> byCard(Instant frozenAt) {
        Map<String, Inspector> people = new HashMap<>();
        inspectors.asOf(frozenAt).forEach(person -> people.put(person.cardNo(), person));
        return people;
    }

    /** The subject's last known name; it may have left the live list since the freeze. */
    String name(String subjectCode) {
        List<Subject> versions = subjects.history(subjectCode);
        if (versions.isEmpty()) {
            throw new Rejected("E-DRAW-NAME", "名录库里查不到对象 " + subjectCode);
        }
        return versions.get(versions.size() - 1).name();
    }
}
