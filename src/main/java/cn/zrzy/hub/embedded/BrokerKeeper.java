package cn.zrzy.hub.embedded;

import cn.zrzy.hub.kernel.Concern;
import cn.zrzy.hub.kernel.Concerns;
import java.time.Duration;
import java.util.List;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/**
 * Starts the embedded broker again when it has shut itself down (看守内置消息中枢), as it does after an error on its journal. Closed
 * before the broker, since it depends on it.
 */
class BrokerKeeper implements Concerns, AutoCloseable {

    private final Keeper keeper;

    BrokerKeeper(EmbeddedActiveMQ broker) {
        this.keeper = new Keeper("broker", new Server(broker), Duration.ofSeconds(2));
    }

    private record Server(EmbeddedActiveMQ broker) implements Keeper.Kept {

        @Override
        public boolean runs() {
            ActiveMQServer server = broker.getActiveMQServer();
            return server != null && server.getState() != ActiveMQServer.SERVER_STATE.STOPPED;
        }

        @Override
        public void restart() throws Exception {
            broker.stop();
            broker.start();
        }
    }

    @Override
    public List<Concern> open() {
        return keeper.concerns();
    }

    @Override
    public void close() {
        keeper.close();
    }
}
