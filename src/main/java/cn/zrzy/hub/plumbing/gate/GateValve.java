package cn.zrzy.hub.plumbing.gate;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Stands before all filters (门卫): finds out by which door a request comes, whether there is room, and meters its body.
 * A servlet filter would come too late: the web server parses forms by itself and reads on after the answer.
 */
class GateValve extends ValveBase {

    private static final int MOST_DROPPED = 64 * 1024;

    private final Map<Door, GateSettings.Limits> limits;
    private final Map<Door, Room> rooms = new EnumMap<>(Door.class);

    GateValve(GateSettings settings) {
        super(true);
        this.limits = settings.doors();
        for (Door door : Door.values()) {
            GateSettings.Limits of = limits.get(door);
            rooms.put(door, new Room(of.atOnce(), of.perAddress()));
        }
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (request.isAsyncDispatching()) {
            // The second half of a call that was let in.
            getNext().invoke(request, response);
            return;
        }
        if (!Door.isPlain(request)) {
            dropBody(request);
            GateAnswer.refused(Door.API, response, BodyRefused.path());
            return;
        }
        Door door = Door.of(request);
        String address = request.getRemoteAddr();
        Room room = rooms.get(door);
        if (!room.enter(address)) {
            dropBody(request);
            GateAnswer.full(door, response);
            return;
        }
        try {
            letIn(limits.get(door), door, request, response);
        } finally {
            room.leave(address);
        }
    }

    private void letIn(GateSettings.Limits limit, Door door, Request request, Response response)
            throws IOException, ServletException {
        long most = limit.body().toBytes();
        boolean question = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
        if (question && Door.hasBody(request) || request.getContentLengthLong() > most) {
            dropBody(request);
            GateAnswer.refused(door, response, question ? BodyRefused.unasked() : BodyRefused.large(most));
            return;
        }
        org.apache.coyote.Request connection = request.getCoyoteRequest();
        InputBuffer plain = connection.getInputBuffer();
        BodyMeter meter = new BodyMeter(plain, most, limit.within(), System::nanoTime);
        connection.setInputBuffer(meter);
        try {
            getNext().invoke(request, response);
            if (!request.isAsync() && meter.refused() == null) {
                end(request, response);
            }
        } catch (IOException | ServletException | RuntimeException e) {
            if (meter.refused() == null) {
                dropBody(request);
                throw e;
            }
        } finally {
            connection.setInputBuffer(plain);
        }
        if (meter.refused() != null && !response.isCommitted()) {
            request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
            dropBody(request);
            GateAnswer.refused(door, response, meter.refused());
        }
    }

    /** A good answer goes out first: for the server a body that is given up is an error, which it would write over it. */
    private static void end(Request request, Response response) throws IOException {
        if (!isRead(request.getCoyoteRequest()) && response.getStatus() < 400) {
            response.finishResponse();
        }
        dropBody(request);
    }

    /**
     * The server would read what nobody wanted, however long it takes. What has arrived is taken, so that the answer is not
     * lost in a reset; if more is to come, the connection is closed after the answer.
     */
    private static void dropBody(Request request) {
        org.apache.coyote.Request connection = request.getCoyoteRequest();
        int taken = 0;
        for (int count = 1; count > 0 && taken < MOST_DROPPED && !isRead(connection); taken += count) {
            count = request.getContentLengthLong() > 0 ? available(connection) : 0;
        }
        if (!isRead(connection)) {
            connection.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    /** Takes what can be taken without waiting. */
    private static int available(org.apache.coyote.Request connection) {
        connection.action(ActionCode.AVAILABLE, true);
        try {
            return connection.getAvailable() > 0 ? connection.doRead(new Sink()) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static boolean isRead(org.apache.coyote.Request connection) {
        AtomicBoolean read = new AtomicBoolean();
        connection.action(ActionCode.REQUEST_BODY_FULLY_READ, read);
        return read.get();
    }

    /** Takes bytes and keeps none. */
    private static final class Sink implements ApplicationBufferHandler {

        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // never more than what is there
        }
    }
}
