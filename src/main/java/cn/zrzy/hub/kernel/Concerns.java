package cn.zrzy.hub.kernel;

import java.util.List;

/** A room that has something for a person to do (待处理来源). */
public interface Concerns {

    /** Must not fail because a part of the hub is away: that is when it is asked. */
    List<Concern> open();
}
