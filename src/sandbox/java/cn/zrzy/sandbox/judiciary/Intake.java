package cn.zrzy.sandbox.judiciary;

import cn.zrzy.sandbox.kit.Json;
import cn.zrzy.sandbox.kit.Mood;
import cn.zrzy.sandbox.kit.Moods;
import cn.zrzy.sandbox.kit.Withheld;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** 收件员: looks into the inbox several times a second, registers what is there and lays the slip out. */
final class Intake implements AutoCloseable {

    private static final Set<Mood> APPLICABLE =
            EnumSet.of(Mood.SLOW, Mood.REJECTING, Mood.GARBAGE, Mood.DUPLICATE, Mood.ANSWER_LOST);

    private static final String QUESTION = ".keys.ask.json";

    private final Path root;
    private final Path archive;
    private final Moods moods;
    private final Registrar registrar;
    private final Withheld withheld;
    private final Runnable counter;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor();

    Intake(Path root, Path archive, Moods moods, Registrar registrar, Withheld withheld, Runnable counter)
            throws IOException {
        this.root = root;
        this.archive = Files.createDirectories(archive);
        this.moods = moods;
        this.registrar = registrar;
        this.withheld = withheld;
        this.counter = counter;
    }

    void start() {
        rounds.scheduleWithFixedDelay(this::round, 0, 150, TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            if (moods.now() == Mood.CALM) {
                withheld.all().forEach((name, slip) -> {
                    lay(name, slip);
                    withheld.forget(name);
                });
            }
            if (moods.now() == Mood.DOWN) {
                return;
            }
            for (Path question : inbox(QUESTION)) {
                answer(question);
            }
            for (Path parcel : inbox(".zip")) {
                take(parcel);
            }
        } catch (IOException | RuntimeException e) {
            // The next round tries again; a parcel is archived only after its slip is safe.
            System.err.println("judiciary: " + e);
        }
    }

    private List<Path> inbox(String ending) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("inbox"))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private void answer(Path question) throws IOException {
        String file = question.getFileName().toString();
        String name = file.substring(0, file.length() - QUESTION.length());
        for (ObjectNode page : registrar.keys(Files.readAllBytes(question))) {
            lay(name + "." + page.path("page").asInt() + ".slip.json", Json.bytes(page));
        }
        Files.delete(question);
    }

    private void take(Path parcel) throws IOException {
        counter.run();
        Mood mood = moods.take(APPLICABLE);
        if (mood == Mood.SLOW) {
            moods.sleep();
        }
        String file = parcel.getFileName().toString();
        String name = file.substring(0, file.length() - ".zip".length());
        ObjectNode slip = registrar.register(name, Files.readAllBytes(parcel), mood == Mood.REJECTING);
        byte[] bytes = Json.bytes(slip);
        switch (mood) {
            case ANSWER_LOST -> withheld.keep(name + ".slip.json", bytes);
            case GARBAGE -> {
                withheld.keep(name + ".slip.json", bytes);
                lay(name + ".slip.json", "<html>系统繁忙，请稍后再试".getBytes(StandardCharsets.UTF_8));
            }
            case DUPLICATE -> {
                lay(name + ".slip.json", bytes);
                lay(name + ".2.slip.json", bytes);
            }
            default -> lay(name + ".slip.json", bytes);
        }
        Files.move(parcel, archive.resolve(System.nanoTime() + "_" + file), StandardCopyOption.REPLACE_EXISTING);
    }

    private void lay(String name, byte[] slip) {
        try {
            Path part = Files.write(root.resolve("outbox").resolve("." + name + ".tmp"), slip);
            Files.move(part, root.resolve("outbox").resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }
}
