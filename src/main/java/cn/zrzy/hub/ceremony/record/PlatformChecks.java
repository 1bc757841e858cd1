package cn.zrzy.hub.ceremony.record;

import java.util.List;
import java.util.Optional;

/** Results of the platform's draws against our rules (平台结果核对), kept for good; only the settlement is added later. */
public interface PlatformChecks {

    void add(PlatformCheck check);

    Optional<PlatformCheck> find(String drawNo);

    /** Those with a finding that no person has dealt with, oldest first; none of a voided draw. */
    List<PlatformCheck> open();

    /** @return false when it is clean, settled already or unknown */
    boolean settle(String drawNo, String settlement, String person);
}
