package cn.zrzy.hub.delivery.dispatch;

import java.time.Duration;
import java.util.Optional;

/** The row of a dispatch as it was read (办理进程), and what a step makes of it; moved along the lines of the table only. */
public final class Course {

    private final Standing before;
    private Situation situation;
    private Lease lease;
    private Tally tally;
    private Moments moments;
    private Records records = Records.NONE;
    private boolean moved;

    public Course(Situation situation, Lease lease, Tally tally, Moments moments) {
        this.situation = situation;
        this.lease = lease;
        this.tally = tally;
        this.moments = moments;
        this.before = standing();
    }

    Optional<Transition> may(DispatchEvent event, boolean askable) {
        return Transitions.of(standing(), event, situation.unsure(), askable);
    }

    /** @param wait lease, back-off or term, whichever the line asks for */
    void move(Transition line, Duration wait) {
        if (line.isStill()) {
            return;
        }
        moved = true;
        situation = situation.after(line);
        tally = tally.with(line.marks());
        moments = moments.after(line, wait, situation.unsure());
        lease = line.to().isLeased() ? lease.begunUntil(moments.now().plus(wait)) : lease.ended();
    }

    void because(String code, String cause) {
        situation = situation.because(code, cause);
    }

    void ownedBy(String who) {
        situation = situation.ownedBy(who);
    }

    void add(Records more) {
        records = records.and(more);
    }

    public Standing standing() {
        return Standing.of(situation.state(), lease.leaseUntil() != null, lease.leaseBegun());
    }

    /** Where it stood when it was read. */
    public Standing before() {
        return before;
    }

    /** False when nothing of the row has to be written. */
    public boolean hasMoved() {
        return moved;
    }

    public Situation situation() {
        return situation;
    }

    public Lease lease() {
        return lease;
    }

    public Tally tally() {
        return tally;
    }

    public Moments moments() {
        return moments;
    }

    public Records records() {
        return records;
    }
}
