package cn.zrzy.hub.plumbing.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.jms.QueueBrowser;
import java.util.Enumeration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jms.core.BrowserCallback;
import org.springframework.jms.core.JmsTemplate;

/** A queue is looked into, and not read to its end however full it is. */
class QueueProbeTests {

    private final AtomicInteger read = new AtomicInteger();

    @Test
    void aFewAreCountedAndOfManyOnlyTheFirst() throws Exception {
        assertThat(of(3).sentence()).contains("有 3 件待对方取走");
        read.set(0);
        assertThat(of(1_000_000).sentence()).contains("有 100 件以上待对方取走");
        assertThat(read).hasValue(100);
    }

    private ProbeVerdicts.Verdict of(int messages) throws Exception {
        QueueBrowser browser = mock(QueueBrowser.class);
        when(browser.getEnumeration()).thenReturn(queue(messages));
        JmsTemplate broker = mock(JmsTemplate.class);
        when(broker.browse(eq("agency.inbox"), any(BrowserCallback.class)))
                .thenAnswer(call -> ((BrowserCallback<?>) call.getArgument(1)).doInJms(null, browser));
        return new QueueProbe(broker).look("agency.inbox");
    }

    private Enumeration<Object> queue(int messages) {
        return new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return read.get() < messages;
            }

            @Override
            public Object nextElement() {
                return read.incrementAndGet();
            }
        };
    }
}
