package cn.zrzy.hub.routes.stage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.kernel.Shift;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;

/** One way through one route: what comes in, what the stand-ins say, and what has to be told in which order. */
final class Scene {

    private final String route;
    private final String name;
    private final String door;
    private final Object body;
    private final Policy policy;
    private final Map<String, Object> headers = new HashMap<>();
    private final Map<String, Object> variables = new HashMap<>();
    private final Map<String, List<Object>> script = new HashMap<>();
    private final List<String> told = new ArrayList<>();
    private final Map<Integer, String> conditions = new HashMap<>();
    private BiConsumer<Exchange, Journal> ending = (exchange, journal) -> {};
    private BiConsumer<RouteStage, Journal> before = (stage, journal) -> {};
    private Exception passedOn;
    private boolean shiftMayEnd;

    Scene(String route, String name, Policy policy, String door, Object body) {
        this.route = route;
        this.name = name;
        this.policy = policy;
        this.door = door;
        this.body = body;
    }

    Scene header(String header, Object value) {
        headers.put(header, value);
        return this;
    }

    Scene variable(String variable, Object value) {
        variables.put(variable, value);
        return this;
    }

    /** The stand-in's answers, one a call; after them as usual. */
    Scene answer(String call, Object... answers) {
        script.put(call, List.of(answers));
        return this;
    }

    Scene tells(String... lines) {
        told.addAll(List.of(lines));
        return this;
    }

    Scene tells(List<String> lines) {
        told.addAll(lines);
        return this;
    }

    Scene ends(BiConsumer<Exchange, Journal> last) {
        ending = ending.andThen(last);
        return this;
    }

    Scene before(BiConsumer<RouteStage, Journal> first) {
        before = before.andThen(first);
        return this;
    }

    /** Camel asks a loop's condition once more after a failure inside it was dealt with, and then leaves the loop all the same. */
    Scene loop(int first, int last, String condition) {
        IntStream.rangeClosed(first, last).forEach(line -> conditions.put(line, condition));
        return this;
    }

    /** When its shift ends, whenever it is asked: nothing follows, and nobody is told. */
    Scene endsQuietlyWithItsShift() {
        shiftMayEnd = true;
        return this;
    }

    String route() {
        return route;
    }

    String title() {
        return route + ": " + name;
    }

    /** This way, and what becomes of it when any one line of it fails in any way that its policy knows. */
    Stream<Scene> andWhereverItFails() {
        return Stream.concat(Stream.of(this), failingFrom(0));
    }

    Stream<Scene> failingFrom(int line) {
        return IntStream.range(line, told.size()).boxed().flatMap(this::failing);
    }

    /** The caller gets this very failure, so that a transaction or a message is undone. */
    Scene passesOn(Exception failure) {
        passedOn = failure;
        return this;
    }

    private Stream<Scene> failing(int line) {
        return policy.fates().stream().map(fate -> {
            String kind = fate.thrown().getClass().getSimpleName();
            Scene failing = copy(name + ", " + kind + " at line " + line + ", " + told.get(line))
                    .tells(told.subList(0, line + 1))
                    .tells(fate.told())
                    .tells(asked(line, ""))
                    .before((stage, journal) -> journal.failAt(line, fate.thrown()));
            return fate.passedOn() ? failing.passesOn(fate.thrown()) : failing;
        });
    }

    private List<String> asked(int line, String star) {
        return conditions.containsKey(line) ? List.of(star + conditions.get(line)) : List.of();
    }

    private Scene copy(String otherwise) {
        Scene copy = new Scene(route, otherwise, policy, door, body);
        copy.headers.putAll(headers);
        copy.variables.putAll(variables);
        copy.script.putAll(script);
        copy.before = before;
        return copy;
    }

    /** Plays it and holds it against what has to be told. */
    void playOn(RouteStage stage) {
        Journal journal = journal();
        before.accept(stage, journal);
        Exchange exchange = stage.play(door, this::prepare, journal);
        assertThat(journal.told()).as(title()).containsExactlyElementsOf(told);
        assertThat(exchange.getException() == null ? null : Words.root(exchange.getException()))
                .as("%s: what the caller gets", title())
                .isSameAs(passedOn);
        ending.accept(exchange, journal);
        if (shiftMayEnd) {
            List<Integer> watches = journal.watches();
            IntStream.range(0, watches.size()).forEach(watch -> endShift(stage, watch, watches.get(watch)));
        }
    }

    private void endShift(RouteStage stage, int watch, int line) {
        Journal journal = journal();
        before.accept(stage, journal);
        journal.failAtWatch(watch, new Shift("run", 1).lost());
        Exchange exchange = stage.play(door, this::prepare, journal);
        List<String> until = new ArrayList<>(told.subList(0, line));
        until.addAll(asked(line, "* "));
        assertThat(journal.told()).as(title() + ", its shift ends").containsExactlyElementsOf(until);
        assertThat(exchange.getException()).isNull();
    }

    private Journal journal() {
        Journal journal = new Journal();
        journal.answers(script);
        return journal;
    }

    private void prepare(Exchange incoming) {
        incoming.getMessage().setBody(body);
        headers.forEach(incoming.getMessage()::setHeader);
        variables.forEach(incoming::setVariable);
    }
}
