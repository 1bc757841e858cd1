package cn.zrzy.hub.act.bulk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Storage of bulk jobs (批量作业台账). */
public interface Jobs {

    /** How a job goes about its work: where gathering has got to, and the partner's number for closing. */
    record Course(String gatheredTo, String number) {}

    long add(JobOrder order, String who);

    Optional<Job> find(long job);

    /** Newest first. */
    List<Job> list(int limit);

    /** @return false when its state was another one */
    boolean move(long job, Job.State from, Job.State to, String message);

    /** A person lets it go on: stages and share begin anew. */
    boolean goOn(long job);

    /** Jobs that have something to do, which this worker now has for the lease. */
    List<Long> take(String worker, Duration lease);

    Course course(long job);

    Optional<Long> openJobLike(String act, String partner, String cause);
}
