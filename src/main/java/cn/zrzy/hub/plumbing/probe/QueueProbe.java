package cn.zrzy.hub.plumbing.probe;

import java.util.Enumeration;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.stereotype.Component;

/** Opens an agency's queue and looks (看队列): nothing is put there and nothing taken. */
@Component("queueProbe")
class QueueProbe {

    /** Each one that is looked at comes over the wire; a full queue is not read to its end to be counted. */
    private static final int MOST = 100;

    private final JmsTemplate broker;

    QueueProbe(JmsTemplate broker) {
        this.broker = broker;
    }

    ProbeVerdicts.Verdict look(String queue) {
        Integer waiting = broker.browse(queue, (session, browser) -> counted(browser.getEnumeration()));
        String many = waiting == MOST ? MOST + " 件以上" : waiting + " 件";
        return ProbeVerdicts.Verdict.yes("消息中枢通，对方的队列打得开，有 " + many + "待对方取走");
    }

    private static int counted(Enumeration<?> messages) {
        int seen = 0;
        while (seen < MOST && messages.hasMoreElements()) {
            messages.nextElement();
            seen++;
        }
        return seen;
    }
}
