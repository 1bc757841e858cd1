package cn.zrzy.hub.kernel.search;

import java.util.List;

/** A room in which something can be found (可检索). It looks into its own rows, whatever the others know. */
public interface Findable {

    Found.Kind kind();

    /** Newest first, at most {@link Sought#most}; nothing of a sealed draw. */
    List<Found> find(Sought sought);
}
