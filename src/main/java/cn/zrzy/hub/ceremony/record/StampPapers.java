package cn.zrzy.hub.ceremony.record;

import java.time.OffsetDateTime;
import java.util.Optional;

/** 待盖时间戳的文件: the two papers of a draw that an RFC 3161 authority stamps, for whoever fetches the stamps. */
public interface StampPapers {

    /** What was frozen. */
    String MANIFEST = "manifest.json";

    /** What was drawn. */
    String RESULT = "result.json";

    /** The authority that the frozen manifest promises (时间戳机构); "" when the draw goes without stamps. */
    String authority(String drawNo);

    /**
     * The exact bytes that are stamped.
     *
     * @param file {@link #MANIFEST} or {@link #RESULT}
     * @throws cn.zrzy.hub.kernel.Rejected E-DRAW-UNKNOWN when there is no such paper
     */
    byte[] paper(String drawNo, String file);

    /** The time in the kept token. */
    Optional<OffsetDateTime> stampedAt(String drawNo, String file);

    /**
     * Keeps a checked token in DER. The first one stands: asking twice makes two tokens, and one is evidence enough.
     *
     * @return the token that stands
     * @throws cn.zrzy.hub.kernel.TryLater when its time lies before the paper's own, which only a later token can mend
     */
    byte[] keep(String drawNo, String file, byte[] token);
}
