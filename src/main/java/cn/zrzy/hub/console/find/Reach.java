package cn.zrzy.hub.console.find;

import cn.zrzy.hub.kernel.search.Found.Kind;
import java.util.EnumSet;
import java.util.Set;

/** What each role may find (检索范围); a role that is not named here finds nothing. */
enum Reach {
    NOTHING(EnumSet.noneOf(Kind.class)),
    /** 系统管理员: what runs and what is stuck, and nobody who is inspected. */
    MACHINERY(EnumSet.of(Kind.DRAW, Kind.MESSAGE, Kind.RUN, Kind.QUARANTINED)),
    /** But for whom a sealed draw has drawn. */
    OPENED(EnumSet.allOf(Kind.class)),
    /** 抽查办: it knows whom a sealed draw has drawn. */
    SEALED_TOO(EnumSet.allOf(Kind.class));

    private final Set<Kind> kinds;

    Reach(Set<Kind> kinds) {
        this.kinds = kinds;
    }

    static Reach of(String role) {
        return switch (role) {
            case "OFFICE" -> SEALED_TOO;
            case "OPERATOR", "LEAD", "AUDITOR" -> OPENED;
            case "ADMIN" -> MACHINERY;
            default -> NOTHING;
        };
    }

    boolean includes(Kind kind) {
        return kinds.contains(kind);
    }
}
