package cn.zrzy.sandbox.robots;

import cn.zrzy.sandbox.kit.Agency;
import cn.zrzy.sandbox.kit.Call;
import cn.zrzy.sandbox.kit.HttpDoor;
import cn.zrzy.sandbox.kit.Json;
import cn.zrzy.sandbox.kit.Mood;
import cn.zrzy.sandbox.kit.Moods;
import cn.zrzy.sandbox.kit.Options;
import cn.zrzy.sandbox.kit.Secrets;
import cn.zrzy.sandbox.kit.Stamp;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 告警机器人, simulated: each with its vendor's checks, its own rate and its own mood; docs/alerts.md. */
public final class RobotsAgency implements Agency {

    private static final int LARGEST = 100_000;
    private static final long MINUTE = 60_000_000_000L;

    private final HttpDoor door;
    private final List<Message> messages = new ArrayList<>();
    private final Map<String, Deque<Long>> calls = new LinkedHashMap<>();

    private RobotsAgency(Options options) throws IOException {
        door = new HttpDoor("robots", options, 7109, new Moods(), null);
        Secrets secrets = new Secrets(options.secrets());
        robot("dingtalk", new DingTalkRobot(secrets));
        robot("wecom", new WeComRobot());
        robot("feishu", new FeishuRobot(secrets));
        robot("sms", new SmsRobot(secrets));
        robot("hook", new HookRobot(secrets));
        Moods watching = new Moods();
        door.mood("watcher", watching).trade("/watcher", call -> watch(call, watching));
        door.control("messages", this::show).start();
    }

    /** @param taken false for a call that was refused */
    private record Message(String robot, String text, String at, boolean taken) {}

    public static void main(String[] args) throws IOException {
        Agency.run(new Options(args), RobotsAgency::open);
    }

    public static Agency open(Options options) throws IOException {
        return new RobotsAgency(options);
    }

    private void robot(String name, Robot robot) {
        Moods moods = new Moods();
        door.mood(name, moods).trade("/" + name, call -> take(call, name, robot, moods));
    }

    private void take(Call call, String name, Robot robot, Moods moods) throws IOException {
        Mood mood = moods.take(Moods.EVERY);
        byte[] body = call.body(LARGEST);
        switch (mood) {
            case SLOW -> moods.sleep();
            case DOWN -> {
                keep(name, "", false);
                call.cut();
                return;
            }
            case GARBAGE -> {
                keep(name, "", false);
                call.loginPage();
                return;
            }
            case REJECTING -> {
                keep(name, "", false);
                call.json(401, Json.object().put("message", "unauthorized"));
                return;
            }
            case BUSY -> {
                keep(name, "", false);
                call.json(429, Json.object().put("message", "too many requests"));
                return;
            }
            default -> {}
        }
        answer(call, name, robot, body, mood);
    }

    private void answer(Call call, String name, Robot robot, byte[] body, Mood mood) throws IOException {
        try {
            String text = robot.take(call, body);
            if (crowded(name, robot.aMinute())) {
                keep(name, "", false);
                call.json(200, robot.tooMany());
                return;
            }
            keep(name, text, true);
            if (mood == Mood.ANSWER_LOST) {
                call.cut();
            } else {
                call.json(200, robot.taken());
            }
        } catch (Robot.NotTaken refusal) {
            keep(name, refusal.getMessage(), false);
            call.json(refusal.status(), refusal.answer());
        }
    }

    private void watch(Call call, Moods moods) throws IOException {
        if (moods.take(Moods.EVERY) == Mood.DOWN) {
            call.cut();
        } else {
            keep("watcher", "alive", true);
            call.json(200, Json.object());
        }
    }

    private synchronized boolean crowded(String name, int aMinute) {
        Deque<Long> lately = calls.computeIfAbsent(name, robot -> new ArrayDeque<>());
        long now = System.nanoTime();
        while (!lately.isEmpty() && now - lately.peekFirst() > MINUTE) {
            lately.removeFirst();
        }
        lately.addLast(now);
        return lately.size() > aMinute;
    }

    private synchronized void keep(String robot, String text, boolean taken) {
        messages.add(new Message(robot, text, Stamp.now(), taken));
    }

    private synchronized void show(Call call) throws IOException {
        ArrayNode list = Json.MAPPER.createArrayNode();
        messages.forEach(message -> list.addObject()
                .put("robot", message.robot)
                .put("text", message.text)
                .put("at", message.at)
                .put("taken", message.taken));
        if (call.method().equals("DELETE")) {
            messages.clear();
            calls.clear();
        }
        call.json(200, list);
    }

    @Override
    public String name() {
        return "robots";
    }

    @Override
    public int http() {
        return door.port();
    }

    @Override
    public void close() {
        door.close();
    }
}
