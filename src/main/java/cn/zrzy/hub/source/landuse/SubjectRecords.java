package cn.zrzy.hub.source.landuse;

import cn.zrzy.hub.registry.StagedSubject;
import cn.zrzy.hub.source.SourceRow;

/** The rules for one kind of foreign record (来源行规则). */
interface SubjectRecords {

    /** Feed in the registry, for example {@code landuse.parcels}. */
    String feed();

    /** @throws cn.zrzy.hub.kernel.Rejected with the rule and the field */
    StagedSubject translate(SourceRow row);

    /** Registry key of a row that failed for another reason; empty when it cannot be read. */
    String key(SourceRow row);
}
