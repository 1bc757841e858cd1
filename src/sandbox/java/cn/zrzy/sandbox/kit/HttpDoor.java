package cn.zrzy.sandbox.kit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.DateTimeException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** 机关的 HTTP 门: its business paths, and the sandbox controls under {@code /sim/<agency>/}. */
public final class HttpDoor implements AutoCloseable {

    /** What the agency does with one request. */
    @FunctionalInterface
    public interface Handler {
        void handle(Call call) throws IOException;
    }

    private final String agency;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final AtomicLong requests = new AtomicLong();

    /** @param book the agency's effects, or null for a source, which has none */
    public HttpDoor(String agency, Options options, int port, Moods moods, EffectBook book) throws IOException {
        this.agency = agency;
        server = HttpServer.create(new InetSocketAddress(options.bind(), options.port(agency, "http", port)), 256);
        server.setExecutor(workers);
        control(
                "health",
                call -> call.json(200, Json.object().put("status", "UP").put("agency", agency)));
        mood("mood", moods);
        control("received", call -> received(call, book));
    }

    /** A path of the agency's trade; counted as a request. */
    public HttpDoor trade(String path, Handler handler) {
        serve(path, call -> {
            requests.incrementAndGet();
            handler.handle(call);
        });
        return this;
    }

    /** A sandbox control {@code /sim/<agency>/<name>}; moods never touch it. */
    public HttpDoor control(String name, Handler handler) {
        serve("/sim/" + agency + "/" + name, handler);
        return this;
    }

    /** A path for the public; neither counted nor moody. */
    public HttpDoor open(String path, Handler handler) {
        serve(path, handler);
        return this;
    }

    public HttpDoor start() {
        server.start();
        return this;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** For agencies whose business comes by another door. */
    public void count() {
        requests.incrementAndGet();
    }

    private void serve(String path, Handler handler) {
        server.createContext(path, exchange -> {
            Call call = new Call(exchange);
            try {
                handler.handle(call);
            } catch (IllegalArgumentException | DateTimeException e) {
                call.json(400, Json.object().put("code", "E-ARG").put("message", String.valueOf(e.getMessage())));
            } catch (UncheckedIOException | IOException e) {
                // The caller went away, or our own disk failed: either way there is no answer to give.
                call.cut();
            } finally {
                exchange.close();
            }
        });
    }

    /** A control that shows and sets moods, for an agency some of whose windows have moods of their own. */
    public HttpDoor mood(String name, Moods of) {
        return control(name, call -> mood(call, of));
    }

    private static void mood(Call call, Moods moods) throws IOException {
        if (call.method().equals("PUT")) {
            ObjectNode wish = Json.object(call.body(10_000)).orElseThrow(() -> new IllegalArgumentException("不是 JSON"));
            moods.set(
                    Mood.of(wish.path("mood").asText()),
                    wish.path("millis").asLong(0),
                    wish.path("count").asInt(0));
        }
        call.json(200, moods.show());
    }

    private void received(Call call, EffectBook book) throws IOException {
        if (call.method().equals("DELETE")) {
            requests.set(0);
            if (book != null) {
                book.clear();
            }
        }
        ObjectNode shown = book == null ? emptyBook() : book.show();
        call.json(200, shown.put("requests", requests.get()));
    }

    private static ObjectNode emptyBook() {
        ObjectNode shown = Json.object();
        shown.putArray("effects");
        return shown.put("repeats", 0);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
