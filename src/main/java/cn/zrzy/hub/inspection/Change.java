package cn.zrzy.hub.inspection;

import java.util.List;
import java.util.Optional;

/** What a new version of a finding means to one addressee (变化): judged by what that addressee is told, never by the version. */
public enum Change {
    /** It is told nothing that it was not told before. */
    NONE,
    /** 首次报送. */
    FIRST,
    /** 更正: the same thing, told otherwise. */
    CORRECTION,
    /** 撤回: there is no ground any more for what it was told. */
    WITHDRAWAL;

    /** @param before what it was told last; empty when it was told nothing, or that was withdrawn */
    static Change between(Optional<List<Object>> before, Optional<List<Object>> now) {
        if (before.equals(now)) {
            return NONE;
        }
        if (before.isEmpty()) {
            return FIRST;
        }
        return now.isEmpty() ? WITHDRAWAL : CORRECTION;
    }
}
