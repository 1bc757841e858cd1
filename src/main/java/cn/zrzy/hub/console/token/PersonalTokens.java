package cn.zrzy.hub.console.token;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Storage of personal tokens by their digest; kept by {@code console.jdbc}. */
public interface PersonalTokens {

    /** A digest that is known already only gets the later end: what was taken back stays so. */
    void add(PersonalToken token, String digest);

    Optional<PersonalToken> find(String digest);

    /** Newest first. */
    List<PersonalToken> of(String username);

    /** @return false when that person has no such token, or it was taken back before */
    boolean revoke(String username, long no, OffsetDateTime at);

    /** Everybody's of that name. @return how many there were */
    int drop(String name);

    /** Written at most once a minute: a busy program would else write with each call. */
    void used(long no, OffsetDateTime at, String address);
}
