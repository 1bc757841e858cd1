package cn.zrzy.hub.source;

import cn.zrzy.hub.intake.BadRow;
import cn.zrzy.hub.intake.Quarantine;
import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.kernel.progress.RunProgress;
import cn.zrzy.hub.registry.RegistryBook;
import cn.zrzy.hub.registry.StagedInspector;
import cn.zrzy.hub.registry.StagedSubject;
import cn.zrzy.hub.registry.SyncRun;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where translated rows go: good ones to the registry's staging, broken ones to the quarantine (收件台). */
@Component("feedDesk")
public class FeedDesk {

    private final RegistryBook registry;
    private final Quarantine quarantine;
    private final RunProgress progress;

    FeedDesk(RegistryBook registry, Quarantine quarantine, RunProgress progress) {
        this.registry = registry;
        this.quarantine = quarantine;
        this.progress = progress;
    }

    /**
     * @param businessDate 20261123, as the run's header has it
     * @return false when the run is finished: then nothing of it may be read again
     */
    public boolean open(Shift shift, String feed, String businessDate) {
        if (!registry.open(shift, feed, LocalDate.parse(businessDate, DateTimeFormatter.BASIC_ISO_DATE))) {
            return false;
        }
        quarantine.reopen(shift);
        progress.begins(shift, RunProgress.Stage.FETCH);
        return true;
    }

    public Portion<StagedSubject> subjects(Shift shift, String feed, String owner) {
        return new Portion<>(shift, feed, owner, this, registry::stageSubjects, StagedSubject::rowNo);
    }

    public Portion<StagedInspector> inspectors(Shift shift, String feed, String owner) {
        return new Portion<>(shift, feed, owner, this, registry::stageInspectors, StagedInspector::rowNo);
    }

    /** How many rows the source says there are, for those who watch. */
    public void expects(Shift shift, long total) {
        progress.expects(shift, total);
    }

    /** Of a portion what was not staged; {@code rows} is all of it. */
    void pass(Shift shift, String feed, String owner, List<BadRow> bad, List<String> spared, long rows) {
        quarantine.put(shift, feed, owner, bad);
        registry.spare(shift, spared);
        progress.more(shift, rows);
    }

    /**
     * The feed was read to its end.
     *
     * @param source file or address, for the place of a refusal
     * @throws Rejected E-FEED-EMPTY, E-FEED-COUNT or E-FEED-ALL-BAD
     */
    public void close(Shift shift, String feed, String source, long received, long expected) {
        registry.unidentified(shift, quarantine.unidentified(shift.runId()));
        try {
            registry.close(shift, received, expected, quarantine.count(shift.runId()));
        } catch (Rejected refusal) {
            throw new Rejected(refusal.code(), refusal.getMessage(), Place.of(source));
        }
        quarantine.settle(shift, feed);
    }

    /** 比对; who watches is told first, outside its transaction. */
    SyncRun compare(Shift shift) {
        progress.begins(shift, RunProgress.Stage.COMPARE);
        return registry.compare(shift);
    }

    /** 生效, or 拦截 by the guard. */
    Outcome apply(Shift shift) {
        progress.begins(shift, RunProgress.Stage.APPLY);
        return registry.apply(shift);
    }
}
