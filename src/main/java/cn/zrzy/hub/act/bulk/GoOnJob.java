package cn.zrzy.hub.act.bulk;

import cn.zrzy.hub.act.ActWords;
import cn.zrzy.hub.act.Press;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 继续: from one message again, then ten, then the rest. */
@Component
class GoOnJob extends JobAct {

    GoOnJob(Jobs jobs, ActWords words) {
        super(jobs, words);
    }

    @Override
    public String name() {
        return "go-on-job";
    }

    @Override
    Set<Job.State> from() {
        return Set.of(Job.State.HALTED);
    }

    @Override
    void move(Jobs all, Job job, Press press) {
        all.goOn(job.no());
    }
}
