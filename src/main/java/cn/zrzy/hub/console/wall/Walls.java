package cn.zrzy.hub.console.wall;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Storage of the screens' links by their digest; kept by {@code console.jdbc}. */
public interface Walls {

    void add(Wall wall, String digest);

    Optional<Wall> find(String digest);

    /** Newest first. */
    List<Wall> all();

    /** @return false when there is none, or it was taken back before */
    boolean revoke(long no, OffsetDateTime at);

    /** Written at most once a minute: a screen asks several times. */
    void used(long no, OffsetDateTime at, String address);
}
