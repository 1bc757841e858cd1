package cn.zrzy.bench;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.HubClient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** People who enter findings at a steady pace, whatever the hub makes of it: late answers do not slow the next ones down. */
final class Office {

    private final HubClient api;
    private final int clients;

    Office(BlackBoxHub hub, int clients) {
        this.api = hub.api("周敏");
        this.clients = clients;
    }

    /** @param seconds from the first request to the last answer @param p50 of an answer, ms */
    record Taken(long taken, long refused, double seconds, double p50, double p95) {

        double perSecond() {
            return taken / seconds;
        }
    }

    private record Answer(int status, double millis) {}

    /** Problem found and corrected on order: owed to province, portal and enforcement. */
    Taken enter(Visits visits, int perSecond) throws InterruptedException, ExecutionException {
        ExecutorService people = Executors.newFixedThreadPool(clients);
        List<Future<Answer>> answers = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < visits.taskNos().size(); i++) {
            long due = start + i * 1_000_000_000L / perSecond;
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            String task = visits.taskNos().get(i);
            answers.add(people.submit(() -> enter(task, visits.team())));
        }
        List<Answer> all = new ArrayList<>();
        for (Future<Answer> answer : answers) {
            all.add(answer.get());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        people.shutdown();
        double[] times = all.stream().mapToDouble(Answer::millis).sorted().toArray();
        long taken = all.stream().filter(answer -> answer.status() == 200).count();
        return new Taken(
                taken, all.size() - taken, seconds, times[times.length / 2], times[(int) (times.length * 0.95)]);
    }

    private Answer enter(String task, List<String> team) {
        long start = System.nanoTime();
        int status = api.post("/api/findings", """
                        {"taskNo": "%s", "itemCode": "NRP-01", "resultCodes": ["R05"], "checkDate": "%s",
                         "checkers": ["%s"], "recorder": "周敏", "reviewer": "何建国", "facts": "资质证书未按规定公示，已责令改正"}
                        """.formatted(task, LocalDate.now(), String.join("\", \"", team)))
                .status();
        return new Answer(status, (System.nanoTime() - start) / 1e6);
    }
}
