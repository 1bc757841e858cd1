package cn.zrzy.hub.plumbing.probe;

import java.util.Collections;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.stereotype.Component;

/** Opens an agency's queue and looks (看队列): nothing is put there and nothing taken. */
@Component("queueProbe")
class QueueProbe {

    private final JmsTemplate broker;

    QueueProbe(JmsTemplate broker) {
        this.broker = broker;
    }

    ProbeVerdicts.Verdict look(String queue) {
        Integer waiting = broker.browse(
                queue,
                (session, browser) -> Collections.list(browser.getEnumeration()).size());
        return ProbeVerdicts.Verdict.yes("消息中枢通，对方的队列打得开，有 " + waiting + " 件待对方取走");
    }
}
