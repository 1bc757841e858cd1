package cn.zrzy.hub.act.bulk;

import cn.zrzy.hub.act.ActWords;
import cn.zrzy.hub.act.Press;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 停下: nothing more is begun until somebody lets it go on. */
@Component
class HaltJob extends JobAct {

    HaltJob(Jobs jobs, ActWords words) {
        super(jobs, words);
    }

    @Override
    public String name() {
        return "halt-job";
    }

    @Override
    Set<Job.State> from() {
        return Set.of(Job.State.RUNNING);
    }

    @Override
    void move(Jobs all, Job job, Press press) {
        all.move(job.no(), Job.State.RUNNING, Job.State.HALTED, press.who() + " 停下：" + press.reason());
    }
}
