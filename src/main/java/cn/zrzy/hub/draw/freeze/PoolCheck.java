package cn.zrzy.hub.draw.freeze;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.Refusal;
import cn.zrzy.hub.draw.canon.Words;
import cn.zrzy.hub.draw.model.DrawItem;
import cn.zrzy.hub.draw.model.DrawRules;
import cn.zrzy.hub.draw.model.InspectorDemands;
import cn.zrzy.hub.draw.model.PoolInspector;
import cn.zrzy.hub.draw.model.PoolSubject;
import cn.zrzy.hub.draw.model.Recusal;
import cn.zrzy.hub.draw.paper.PoolLines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds the pool against the canonical form; returns it sorted, or names the first fault with its place. */
final class PoolCheck {

    private static final String OBJECTS = "objects.jsonl";
    private static final String INSPECTORS = "inspectors.jsonl";
    private static final String RECUSALS = "recusal.jsonl";
    private static final int MOST = 1000;

    /** 未分类: subjects without a class still need a stratum with a name. */
    private static final String UNCLASSED = "-";

    private final DrawRules rules;
    private final Set<String> exclusionCodes;
    private final Set<String> itemCodes;
    private final Set<String> salts = new HashSet<>();

    PoolCheck(DrawRules rules) {
        this.rules = rules;
        exclusionCodes =
                rules.exclusions().stream().map(DrawRules.ExclusionReason::code).collect(Collectors.toSet());
        itemCodes = rules.items().stream().map(DrawItem::code).collect(Collectors.toSet());
    }

    List<PoolSubject> subjects(List<PoolSubject> given) {
        if (given.isEmpty()) {
            throw Refusal.field("E-DRAW-POOL-EMPTY", "检查对象名录为空，不能抽取", "检查对象");
        }
        List<PoolSubject> pool = new ArrayList<>(given.size());
        Set<String> ids = new HashSet<>(2 * given.size());
        for (int i = 0; i < given.size(); i++) {
            once(given.get(i).id(), ids, OBJECTS, i);
            pool.add(subject(given.get(i), i));
        }
        pool.sort(Comparator.comparing(PoolSubject::id));
        return pool;
    }

    private PoolSubject subject(PoolSubject s, int i) {
        require(Words.subjectFault(s.id()), "E-DRAW-ID", OBJECTS, i, "标识");
        require(Words.wordFault(s.type()), "E-DRAW-WORD", OBJECTS, i, "类型");
        require(Words.regionFault(s.region()), "E-DRAW-REGION", OBJECTS, i, "行政区划");
        require(Words.listFault(s.categories(), Words::wordFault), "E-DRAW-WORD", OBJECTS, i, "类别");
        require(Words.optionalFault(s.creditClass()), "E-DRAW-WORD", OBJECTS, i, "信用分类");
        require(Words.listFault(s.itemCodes(), Words::wordFault), "E-DRAW-WORD", OBJECTS, i, "抽查事项");
        if (s.itemCodes().isEmpty() || !itemCodes.containsAll(s.itemCodes())) {
            throw Refusal.record("E-DRAW-ITEM", "抽查事项为空或不在本次抽取的事项之列", OBJECTS, i, "抽查事项");
        }
        if (!s.exclusionCode().isEmpty() && !exclusionCodes.contains(s.exclusionCode())) {
            throw Refusal.record("E-DRAW-EXCLUSION", "排除原因“" + s.exclusionCode() + "”未在规则中列明", OBJECTS, i, "排除原因");
        }
        if (s.checksThisYear() < 0) {
            throw Refusal.record("E-DRAW-NUMBER", "年内已受检次数不能为负", OBJECTS, i, "年内已受检次数");
        }
        salt(s.salt(), OBJECTS, i);
        boolean capped = rules.firmCap() > 0 && s.checksThisYear() >= rules.firmCap();
        return new PoolSubject(
                s.id(),
                s.type(),
                s.region(),
                Words.sorted(s.categories()),
                s.creditClass().isEmpty() ? UNCLASSED : s.creditClass(),
                Words.sorted(s.itemCodes()),
                capped && s.exclusionCode().isEmpty() ? DrawRules.FIRM_CAP : s.exclusionCode(),
                s.checksThisYear(),
                s.salt());
    }

    List<PoolInspector> inspectors(List<PoolInspector> given) {
        if (given.isEmpty() && !rules.teams().isEmpty()) {
            throw Refusal.field("E-DRAW-POOL-EMPTY", "执法检查人员名录为空，不能搭配", "执法检查人员");
        }
        List<PoolInspector> pool = new ArrayList<>(given.size());
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            once(given.get(i).id(), ids, INSPECTORS, i);
            pool.add(inspector(given.get(i), i));
        }
        pool.sort(Comparator.comparing(PoolInspector::id));
        return pool;
    }

    private PoolInspector inspector(PoolInspector p, int i) {
        InspectorDemands.first(p.id(), p.dept(), p.regions(), p.expertise()).ifPresent(fault -> {
            throw Refusal.record(fault.code(), fault.message(), INSPECTORS, i, fault.field());
        });
        if (p.certificateValidTo() == null || p.certificateValidTo().isBefore(rules.inspectionFrom())) {
            throw Refusal.record("E-DRAW-CERT", "执法证在检查开始前已过期，应先从名录中移出", INSPECTORS, i, "执法证有效期");
        }
        if (p.cap() < 0 || p.cap() > MOST || p.priorLoad() < 0 || p.priorLoad() > MOST) {
            throw Refusal.record("E-DRAW-NUMBER", "任务上限与已承担次数应在0–1000之间", INSPECTORS, i, "任务上限");
        }
        salt(p.salt(), INSPECTORS, i);
        return new PoolInspector(
                p.id(),
                p.dept(),
                Words.sorted(p.regions()),
                Words.sorted(p.expertise()),
                p.certificateValidTo(),
                p.leader(),
                p.cap(),
                p.priorLoad(),
                p.salt());
    }

    List<Recusal> recusals(List<Recusal> given, List<PoolSubject> subjects, List<PoolInspector> inspectors) {
        Set<String> objects = subjects.stream().map(PoolSubject::id).collect(Collectors.toSet());
        Set<String> people = inspectors.stream().map(PoolInspector::id).collect(Collectors.toSet());
        Map<String, Recusal> lines = new HashMap<>();
        for (int i = 0; i < given.size(); i++) {
            Recusal r = given.get(i);
            if (!people.contains(r.inspectorId()) || !objects.contains(r.subjectId())) {
                throw Refusal.record("E-DRAW-RECUSAL", "回避关系中的人员或对象不在名录中", RECUSALS, i, "");
            }
            salt(r.salt(), RECUSALS, i);
            if (lines.put(r.inspectorId() + "|" + r.subjectId(), r) != null) {
                throw Refusal.record("E-DRAW-ID-TWICE", "回避关系重复", RECUSALS, i, "");
            }
        }
        List<Recusal> sorted = new ArrayList<>(given);
        sorted.sort(Comparator.comparing(PoolLines::line, Bytes.ORDER));
        return sorted;
    }

    private void salt(String salt, String source, int index) {
        if (!Bytes.isHex(salt, 64)) {
            throw Refusal.record("E-DRAW-SALT", "随机盐应为64位十六进制", source, index, "盐");
        }
        if (!salts.add(salt)) {
            throw Refusal.record("E-DRAW-SALT", "随机盐重复使用", source, index, "盐");
        }
    }

    private static void require(String fault, String code, String source, int index, String field) {
        if (!fault.isEmpty()) {
            throw Refusal.record(Words.code(fault, code), fault, source, index, field);
        }
    }

    private static void once(String id, Set<String> seen, String source, int index) {
        if (!seen.add(id)) {
            throw Refusal.record("E-DRAW-ID-TWICE", "“" + id + "”重复：一个对象只有一次机会", source, index, "标识");
        }
    }
}
