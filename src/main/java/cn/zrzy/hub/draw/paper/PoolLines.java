package cn.zrzy.hub.draw.paper;

import cn.zrzy.hub.draw.canon.Jcs;
import cn.zrzy.hub.draw.canon.JcsReader;
import cn.zrzy.hub.draw.model.PoolInspector;
import cn.zrzy.hub.draw.model.PoolSubject;
import cn.zrzy.hub.draw.model.Recusal;
import java.time.LocalDate;
import java.util.List;

/** The lines of objects.jsonl, inspectors.jsonl and recusal.jsonl, both ways. */
public final class PoolLines {

    private PoolLines() {}

    public static String line(PoolSubject s) {
        return Jcs.write(List.of(
                s.id(),
                s.type(),
                s.region(),
                s.categories(),
                s.creditClass(),
                s.itemCodes(),
                s.exclusionCode(),
                s.checksThisYear(),
                s.salt()));
    }

    public static String line(PoolInspector i) {
        return Jcs.write(List.of(
                i.id(),
                i.dept(),
                i.regions(),
                i.expertise(),
                i.certificateValidTo().toString(),
                i.leader(),
                i.cap(),
                i.priorLoad(),
                i.salt()));
    }

    public static String line(Recusal r) {
        return Jcs.write(List.of(r.inspectorId(), r.subjectId(), r.salt()));
    }

    public static PoolSubject subject(String line) {
        List<Object> f = JcsReader.line(line, "objects.jsonl");
        return new PoolSubject(
                text(f, 0),
                text(f, 1),
                text(f, 2),
                texts(f, 3),
                text(f, 4),
                texts(f, 5),
                text(f, 6),
                number(f, 7),
                text(f, 8));
    }

    public static PoolInspector inspector(String line) {
        List<Object> f = JcsReader.line(line, "inspectors.jsonl");
        return new PoolInspector(
                text(f, 0),
                text(f, 1),
                texts(f, 2),
                texts(f, 3),
                LocalDate.parse(text(f, 4)),
                number(f, 5) == 1,
                number(f, 6),
                number(f, 7),
                text(f, 8));
    }

    public static Recusal recusal(String line) {
        List<Object> f = JcsReader.line(line, "recusal.jsonl");
        return new Recusal(text(f, 0), text(f, 1), text(f, 2));
    }

    static String text(List<Object> fields, int i) {
        return (String) fields.get(i);
    }

    @SuppressWarnings("unchecked")
    static List<String> texts(List<Object> fields, int i) {
        return (List<String>) (List<?>) (List<Object>) fields.get(i);
    }

    static int number(List<Object> fields, int i) {
        return Math.toIntExact((Long) fields.get(i));
    }
}
