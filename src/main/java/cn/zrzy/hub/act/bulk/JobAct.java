package cn.zrzy.hub.act.bulk;

import cn.zrzy.hub.act.Act;
import cn.zrzy.hub.act.ActWords;
import cn.zrzy.hub.act.Press;
import cn.zrzy.hub.act.Preview;
import java.util.List;
import java.util.Set;

/** An act on a bulk job (作业处置): moves it from one of its states to another. */
abstract class JobAct implements Act {

    private final Jobs jobs;
    private final ActWords words;

    JobAct(Jobs jobs, ActWords words) {
        this.jobs = jobs;
        this.words = words;
    }

    abstract Set<Job.State> from();

    abstract void move(Jobs all, Job job, Press press);

    @Override
    public final Target target() {
        return Target.JOB;
    }

    @Override
    public final Preview preview(String no) {
        Job job = job(no);
        Tally tally = job.tally();
        return Preview.of(
                        ActWords.word("act.job", job.no()),
                        words.chinese("job." + job.state()),
                        List.of(tally.done(), tally.failed(), tally.open(), tally.waiting()))
                .listing(tally.waiting(), List.of())
                .unless(
                        from().contains(job.state()),
                        "E-JOB-STATE",
                        "作业现在是“" + words.chinese("job." + job.state()) + "”，不能这样办。");
    }

    @Override
    public final void press(String no, Press press) {
        move(jobs, job(no), press);
    }

    private Job job(String no) {
        if (!no.matches("[0-9]{1,12}")) {
            throw JobDesk.unknown(no);
        }
        return jobs.find(Long.parseLong(no)).orElseThrow(() -> JobDesk.unknown(no));
    }
}
