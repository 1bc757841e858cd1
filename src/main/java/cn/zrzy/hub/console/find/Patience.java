package cn.zrzy.hub.console.find;

import java.util.Optional;
import java.util.function.Supplier;

/** How long a look into one room may take (检索时限); a look that takes longer is stopped in the database. */
public interface Patience {

    /** @return empty when it was stopped */
    <T> Optional<T> within(Supplier<T> look);
}
