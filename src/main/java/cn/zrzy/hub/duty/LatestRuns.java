package cn.zrzy.hub.duty;

import java.util.List;

/** Where each job stands (各任务最近一次), at a cost that does not grow with the nights. Labels are the jobs' own names. */
public interface LatestRuns {

    /** Of each job its newest run. */
    List<DutyRun> newest();

    /** Of each job the newest run that ended well, however many nights ago. */
    List<DutyRun> good();
}
