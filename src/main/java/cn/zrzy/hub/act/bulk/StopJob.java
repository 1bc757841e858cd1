package cn.zrzy.hub.act.bulk;

import cn.zrzy.hub.act.ActWords;
import cn.zrzy.hub.act.Press;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 停止作业: for good; what was not begun is let go. */
@Component
class StopJob extends JobAct {

    StopJob(Jobs jobs, ActWords words) {
        super(jobs, words);
    }

    @Override
    public String name() {
        return "stop-job";
    }

    @Override
    Set<Job.State> from() {
        return Set.of(Job.State.GATHERING, Job.State.RUNNING, Job.State.HALTED);
    }

    @Override
    void move(Jobs all, Job job, Press press) {
        all.move(job.no(), job.state(), Job.State.ENDING, press.who() + " 停止：" + press.reason());
    }
}
