package cn.zrzy.sandbox.office;

import cn.zrzy.sandbox.kit.Options;
import cn.zrzy.sandbox.kit.Secrets;
import cn.zrzy.sandbox.kit.Sm3;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * 抽查办: plays the people of one night through the public API, from the annual plan to the last finding, and says on the
 * terminal what happens. Every request has a number of its own, so that it may be started again at any moment.
 * {@code --only=papers} stops when plan and scheme are approved.
 */
public final class Office {

    private static final Map<String, String> WORDS = Map.of(
            "DUE", "排队", "RUNNING", "运行中", "WAITING", "等待", "DONE", "成功", "PARTIAL", "部分成功", "HELD", "已拦截", "FAILED",
            "失败", "MISSED", "错过", "SKIPPED", "跳过");

    /** 周敏, 何建国 and 李敏: three people, each with a token of their own. */
    private static final String CLERK = "zhoumin";

    private static final String HEAD = "hejianguo";
    private static final String OPERATOR = "limin";

    private final HubApi hub;
    private final Witness witness;
    private final LocalDate today;
    private final int findings;
    private final boolean papersOnly;
    private final Map<String, String> shown = new HashMap<>();
    private final Set<String> revealed = new HashSet<>();
    /** A slow night that moves is no night to give up. */
    private long lastNews = System.nanoTime();

    private Office(HubApi hub, Witness witness, LocalDate today, int findings, boolean papersOnly) {
        this.hub = hub;
        this.witness = witness;
        this.today = today;
        this.findings = findings;
        this.papersOnly = papersOnly;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Options options = new Options(args);
        Duration patience = Duration.ofSeconds(Long.parseLong(options.text("patience", "300")));
        HubApi hub = new HubApi(options.text("hub", "http://127.0.0.1:8080"), new Secrets(options.secrets()), patience);
        Office office = new Office(
                hub,
                new Witness(options.data()),
                options.date(),
                Integer.parseInt(options.text("findings", "8")),
                options.text("only", "").equals("papers"));
        System.exit(office.night(patience) ? 0 : 1);
    }

    private boolean night(Duration patience) throws InterruptedException, IOException {
        String day = today.format(DateTimeFormatter.BASIC_ISO_DATE);
        JsonNode plan = hub.post(CLERK, "/api/plans", Papers.plan(today.getYear()), "plan-" + day);
        String planNo = plan.path("planNo").asText();
        hub.post(HEAD, "/api/plans/" + planNo + "/approve", approval(1), "");
        say("年度计划 " + planNo + " 已提交并由他人审批，7 个事项");
        JsonNode scheme = hub.post(CLERK, "/api/schemes", Papers.scheme(planNo, today), "scheme-" + day);
        String schemeNo = scheme.path("schemeNo").asText();
        hub.post(HEAD, "/api/schemes/" + schemeNo + "/approve", approval(2), "");
        say("工作方案 " + schemeNo + " 已批准，今夜到期");
        if (papersOnly) {
            return true;
        }
        startNight(today);

        boolean entered = false;
        while (System.nanoTime() - lastNews < patience.toNanos()) {
            boolean ended = showJobs(hub.get(OPERATOR, "/api/operator/nights/" + today));
            JsonNode standing = hub.get(CLERK, "/api/schemes/" + schemeNo);
            serve(standing);
            if (!entered && standing.path("state").asText().equals("DRAWN")) {
                entered = enterFindings(schemeNo, standing.path("result"));
            }
            if (ended && entered && showPartners(hub.get(OPERATOR, "/api/operator/partners"))) {
                say("今夜完成：每一份应报送事项都有回执，或已转人工");
                return true;
            }
            Thread.sleep(1_000);
        }
        say("到时仍未完成，请到控制台值班台查看");
        return false;
    }

    /** A night that has begun by itself is as good. */
    private void startNight(LocalDate night) throws InterruptedException {
        try {
            hub.post(OPERATOR, "/api/operator/acts/start-night/" + night, Map.of("reason", "演示：立即执行本夜"), "");
        } catch (HubApi.HubRefused refused) {
            if (!refused.getMessage().contains("E-DUTY-NIGHT-BEGUN")) {
                throw refused;
            }
        }
    }

    /** Does what the draw waits for: commitments, reveals, the public event. */
    private void serve(JsonNode standing) throws IOException, InterruptedException {
        String drawNo = standing.path("drawNo").asText();
        for (JsonNode party : standing.path("parties")) {
            String name = party.asText();
            String commitment = Witness.commitment(drawNo, name, witness.value(drawNo, name));
            offer("/api/draws/" + drawNo + "/commitments", name, commitment);
        }
        if (!standing.path("state").asText().equals("FROZEN") || !standing.has("sources")) {
            return;
        }
        for (String name : new String[] {"派驻纪检监察组", "协查部门代表", "企业代表"}) {
            if (revealed.add(drawNo + name)) {
                offer("/api/draws/" + drawNo + "/reveals", name, witness.value(drawNo, name));
            }
        }
        for (JsonNode source : standing.path("sources")) {
            OffsetDateTime event = OffsetDateTime.parse(source.path("eventTime").asText());
            String name = source.path("name").asText();
            if (OffsetDateTime.now().isAfter(event.plusSeconds(1)) && revealed.add(drawNo + name)) {
                offer(
                        "/api/draws/" + drawNo + "/observations",
                        name,
                        Witness.dice(source.path("detail").asInt()));
                say("公开随机数已录入：" + name);
            }
        }
    }

    private void offer(String path, String name, String value) throws InterruptedException {
        try {
            String video = Sm3.of("模拟录像 " + name + value);
            hub.post(
                    CLERK,
                    path,
                    Map.of("name", name, "value", value, "evidence", video, "origin", "模拟现场公布", "witness", "何建国"),
                    "");
        } catch (HubApi.HubRefused e) {
            say("  （" + name + "：" + e.getMessage() + "）");
        }
    }

    private boolean enterFindings(String schemeNo, JsonNode result) throws InterruptedException {
        say("抽取 " + result.path("drawNo").asText() + "：池中 " + result.path("poolCount") + " 个对象，抽中 "
                + result.path("pickedCount") + " 个，各配 2 名执法人员");
        JsonNode tasks = hub.get(CLERK, "/api/schemes/" + schemeNo + "/tasks");
        if (tasks.isEmpty()) {
            return false;
        }
        for (int n = 0; n < Math.min(findings, tasks.size()); n++) {
            JsonNode task = tasks.get(n);
            Map<String, Object> head = new HashMap<>();
            head.put("taskNo", task.path("taskNo").asText());
            head.put("itemCode", task.path("itemCodes").get(0).asText());
            head.put("checkers", task.path("inspectors").findValuesAsText("certNo"));
            enter(Papers.finding(n, head, today));
        }
        lastNews = System.nanoTime();
        say("录入检查结果 " + Math.min(findings, tasks.size()) + " 份，按代码分送门户、省平台、执法、司法、信用");
        return true;
    }

    /** A holder without a code in the registry cannot be punished under one; the finding itself still goes. */
    private void enter(Map<String, Object> paper) throws InterruptedException {
        String number = "finding-" + paper.get("taskNo");
        try {
            hub.post(CLERK, "/api/findings", paper, number);
        } catch (HubApi.HubRefused e) {
            if (paper.remove("penalty") == null) {
                throw e;
            }
            say("  （" + paper.get("taskNo") + " 的处罚没有收下：" + e.getMessage() + "）");
            hub.post(CLERK, "/api/findings", paper, number);
        }
    }

    private boolean showJobs(JsonNode jobs) {
        boolean ended = !jobs.isEmpty();
        for (JsonNode job : jobs) {
            String state = job.path("state").asText();
            String line = "%-6s %s　%s"
                    .formatted(
                            WORDS.getOrDefault(state, state),
                            job.path("label").asText(),
                            job.path("message").asText());
            String before = shown.put(job.path("runId").asText(), line);
            if (!line.equals(before) && !state.equals("DUE")) {
                say("  " + line);
                lastNews = System.nanoTime();
            }
            ended &= Set.of("DONE", "PARTIAL", "HELD", "FAILED", "SKIPPED").contains(state);
        }
        return ended;
    }

    /** @return true when nobody is owed anything that still moves by itself */
    private boolean showPartners(JsonNode partners) {
        long moving = 0;
        StringBuilder line = new StringBuilder("  报送");
        for (JsonNode partner : partners) {
            moving += partner.path("owed").asLong()
                    + partner.path("sending").asLong()
                    + partner.path("sent").asLong()
                    + partner.path("doubted").asLong();
            line.append("　")
                    .append(partner.path("partner").asText())
                    .append(" 已确认")
                    .append(partner.path("confirmed").asLong())
                    .append(
                            partner.path("parked").asLong() > 0
                                    ? " 转人工" + partner.path("parked").asLong()
                                    : "");
        }
        if (!line.toString().equals(shown.put("partners", line.toString()))) {
            say(line.toString());
            lastNews = System.nanoTime();
        }
        return moving == 0 && !partners.isEmpty();
    }

    private static Map<String, Object> approval(int n) {
        return Map.of("document", "许资规批〔2026〕" + n + "号");
    }

    private static void say(String line) {
        System.out.println(
                OffsetDateTime.now(Options.ZONE).format(DateTimeFormatter.ofPattern("HH:mm:ss")) + " " + line);
    }
}
