package cn.zrzy.hub.intake;

import cn.zrzy.hub.kernel.Shift;
import java.io.File;
import java.io.InputStream;
import java.util.List;

/** 原文库: every body that arrives is kept on disk under its SHA-256, forced to disk before anything relies on it. */
public interface IntakeStore {

    /**
     * Keeps the bytes; the same bytes again are kept once.
     *
     * @param source where they came from, for example {@code landuse/parcels}
     * @param content null when the source gave nothing
     * @throws cn.zrzy.hub.kernel.ShiftLost when a later shift has the run: the register is not touched
     * @throws cn.zrzy.hub.kernel.TryLater when there is no content
     * @throws cn.zrzy.hub.kernel.Rejected E-BODY-SIZE when larger than {@code intake.body-limit}, E-BODY-RUN
     *     when the run has more than {@code intake.run-limit} in all
     */
    StoredBody keep(Shift shift, String source, InputStream content);

    /**
     * Keeps a file that was fetched onto this machine, and removes it (取走): the originals have one place only.
     *
     * @param file null when the source gave nothing
     */
    StoredBody take(Shift shift, String source, File file);

    /** @throws cn.zrzy.hub.kernel.Rejected E-BODY-GONE when the bytes are not there */
    InputStream open(String sha256);

    /** What arrived for a run, oldest first. */
    List<StoredBody> of(String runId);
}
