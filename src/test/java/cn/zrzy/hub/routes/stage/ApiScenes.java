package cn.zrzy.hub.routes.stage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.kernel.Rejected;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.Exchange;

/** Each verb of the API: which route answers it, what it reads, whom it calls, and what it answers. */
final class ApiScenes {

    private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)}");

    /** Verb and path, route, document, call, answer. What stands in the path comes as a header of that name. */
    private static final String VERBS = """
            GET /api/openapi.json                              | duty-show-contract      | - | apiContract.json() | text
            POST /api/plans                                    | plan-submit             | {"year":2026} | planBook.submit(planDraft, acting, REQ) | json
            POST /api/plans/{planNo}/approve                   | plan-approve            | {} | planBook.approve(planNo, approval, acting) | json
            POST /api/schemes                                  | plan-submit-scheme      | {} | schemeBook.submit(schemeDraft, acting, REQ) | json
            POST /api/schemes/{schemeNo}/approve               | plan-approve-scheme     | {} | schemeBook.approve(schemeNo, approval, acting) | json
            POST /api/schemes/{schemeNo}/withdraw              | plan-withdraw-scheme    | {} | schemeBook.withdraw(schemeNo, approval, acting) | json
            GET /api/schemes/{schemeNo}                        | plan-show-scheme        | - | schemeFile.show(schemeNo) | json
            GET /api/schemes/{schemeNo}/tasks                  | inspect-tasks           | - | taskBook.ofScheme(schemeNo) | json
            GET /api/schemes/{schemeNo}/rehearsal              | draw-rehearse           | - | rehearsalDesk.before(schemeNo) | json
            POST /api/findings                                 | inspect-record-finding  | {} | findingBook.record(findingDraft, REQ) | json
            POST /api/recusals                                 | draw-declare-recusal    | {"staffNo":"S1","subjectCode":"C1","reason":"亲属"} | recusals.declare(S1, C1, 亲属, wq/王强) | json
            GET /api/draws/{drawNo}                            | draw-show               | - | drawFile.show(drawNo) | json
            GET /api/draws/{year}/recusals                     | draw-recusals           | - | recusalRates.ofYear(7) | json
            GET /api/draws/{drawNo}/probabilities              | draw-show-sheet         | - | rehearsalDesk.sheet(drawNo) | json
            GET /api/draws/{drawNo}/bundle                     | draw-bundle             | - | drawDesk.bundle(drawNo) | zip
            POST /api/draws/{drawNo}/commitments               | draw-commit             | {} | drawDesk.commit(drawNo, entry) | json
            POST /api/draws/{drawNo}/reveals                   | draw-reveal             | {} | drawDesk.reveal(drawNo, entry, acting) | json
            POST /api/draws/{drawNo}/observations              | draw-observe            | {} | drawDesk.observe(drawNo, entry, acting) | json
            POST /api/draws/{drawNo}/seal                      | draw-seal               | {} | secretDesk.seal(drawNo, entry) | json
            POST /api/draws/{drawNo}/shares                    | draw-hand-share         | {} | secretDesk.share(drawNo, entry) | json
            POST /api/draws/{drawNo}/settle                    | draw-settle-findings    | {} | platformDesk.settle(drawNo, settlement, acting) | json
            POST /api/draws/{drawNo}/abandonments              | draw-void               | {} | abandonmentBook.ask(drawNo, voidRequest, acting) | json
            POST /api/draws/{drawNo}/abandonments/approve      | draw-approve-void       | {} | abandonmentBook.approve(drawNo, approval, acting) | json
            POST /api/draws/{drawNo}/undrawn                   | draw-certify-undrawn    | {} | undrawnBook.ask(drawNo, paper, acting) | json
            POST /api/draws/{drawNo}/undrawn/approve           | draw-confirm-undrawn    | {} | undrawnBook.approve(drawNo, approval, acting) | json
            POST /api/draws/{drawNo}/corrections               | draw-correct            | {} | correctionBook.ask(drawNo, correctionRequest, acting) | json
            POST /api/draws/{drawNo}/corrections/{request}/approve | draw-approve-correction | {} | correctionBook.approve(drawNo, 7, approval, acting) | json
            GET /api/operator/nights/{date}                    | duty-show-night         | - | nightDesk.show(date) | json
            POST /api/operator/keys/restore                    | deliver-declare-restore | {"reason":"还原","since":"昨日"} | keyOffice.declare(wq/王强, 还原, 昨日) | json
            POST /api/operator/keys/{partner}/waive            | deliver-waive-keys      | {"reason":"不等"} | keyOffice.waive(partner, wq/王强, 不等) | json
            POST /api/operator/keys/{partner}/acknowledge      | deliver-acknowledge-keys | {"reason":"属实"} | keyOffice.acknowledge(partner, wq/王强, 属实) | json
            GET /api/operator/messages/found/{words}           | deliver-find-messages   | - | messageRows.find(words) | json
            GET /api/operator/messages/{dispatch}              | deliver-show-message    | - | messageRows.show(dispatch) | json
            GET /api/operator/runs/held                        | duty-show-held          | - | heldRows.open() | json
            GET /api/operator/draws/{year}                     | draw-list               | - | drawRows.of(7) | json
            GET /api/accounts                                  | duty-show-accounts      | - | accountRows.all() | json
            GET /api/audit/{from}/{to}/{before}                | duty-show-trail         | - | trailRows.page(from, to, before) | json
            GET /api/operator/keys                             | deliver-show-keys       | - | keyOffice.show() | json
            GET /api/operator/partners                         | deliver-show-partners   | - | dispatchDesk.loads() | json
            GET /api/operator/problems                         | duty-show-problems      | - | deskRows.open() | json
            GET /api/operator/undrawable                       | duty-show-undrawable    | - | undrawableDesk.reasons() | json
            GET /api/operator/undrawable/{feed}/{page}         | duty-show-undrawable-rows | - | undrawableDesk.rows(feed, page) | json
            POST /api/operator/acts/{act}/{of}                 | act-press               | {} | actDoor.press(act, of, actOrder) | json
            GET /api/operator/acts/{act}/{of}                  | act-preview             | - | actDoor.preview(act, of) | json
            GET /api/operator/offers/{target}/{of}             | act-show-offers         | - | actDoor.offered(target, of) | json
            POST /api/operator/jobs                            | act-start-job           | {} | jobDoor.start(jobOrder) | json
            GET /api/operator/jobs/preview/{act}/{partner}/{cause} | act-preview-job     | - | jobDoor.preview(act, partner, cause) | json
            GET /api/operator/jobs                             | act-show-jobs           | - | jobDoor.list() | json
            GET /api/operator/jobs/{job}                       | act-show-job            | - | jobDoor.show(7) | json
            GET /api/operator/jobs/{job}/items/{after}         | act-show-items          | - | jobDoor.items(7, 7) | json
            """;

    private static final String WHO = "caller.acting(exchange)";

    private ApiScenes() {}

    static Stream<Scene> all() {
        return VERBS.lines().map(line -> line.split("\\s*\\|\\s*")).flatMap(ApiScenes::of);
    }

    private static Stream<Scene> of(String[] row) {
        Scene answered = verb(row, "is answered", row[2])
                .tells(WHO, row[3])
                .ends((exchange, journal) -> answer(row[4], exchange, journal));
        Scene refused = verb(row, "is refused", row[2])
                .answer("problems.status", 422)
                .tells(WHO, row[3], "problems.status(Rejected)", "problems.body(Rejected)")
                .before((stage, journal) -> journal.failAt(1, new Rejected("E-TEST", "不收")))
                .ends((exchange, journal) -> problem(exchange));
        Stream<Scene> always = Stream.concat(answered.andWhereverItFails(), Stream.of(refused));
        return row[2].equals("-") ? always : Stream.concat(always, Stream.of(unreadable(row)));
    }

    private static Scene unreadable(String[] row) {
        return verb(row, "is no document", "{")
                .answer("problems.status", 422)
                .tells(WHO, "problems.status(JsonEOFException)", "problems.body(JsonEOFException)")
                .ends((exchange, journal) -> problem(exchange));
    }

    private static Scene verb(String[] row, String name, String document) {
        String verb = row[0].substring(0, row[0].indexOf(' '));
        String path = row[0].substring(row[0].indexOf(' ') + 1);
        Scene scene = new Scene(
                        row[1], name, Policy.API, RouteStage.door(verb, path), document.equals("-") ? null : document)
                .header("Idempotency-Key", "REQ");
        Matcher inPath = IN_PATH.matcher(path);
        while (inPath.find()) {
            String header = inPath.group(1);
            scene.header(header, header.matches("request|job|after|year") ? "7" : header);
        }
        return scene;
    }

    private static void answer(String kind, Exchange exchange, Journal journal) {
        String body = exchange.getMessage().getBody(String.class);
        switch (kind) {
            case "json" -> assertThat(body).isEqualTo(json(journal.lastAnswer()));
            case "true" -> assertThat(body).isEqualTo("true");
            case "zip" -> {
                assertThat(body).isEqualTo("drawDesk.bundle");
                assertThat(exchange.getMessage().getHeader("Content-Type")).isEqualTo("application/zip");
            }
            default -> assertThat(body).isEqualTo("apiContract.json");
        }
    }

    private static String json(Object answer) {
        try {
            return RouteStage.JSON.writeValueAsString(answer);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void problem(Exchange exchange) {
        assertThat(exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(422);
        assertThat(exchange.getMessage().getHeader("Content-Type")).isEqualTo("application/problem+json");
        assertThat(exchange.getMessage().getBody(String.class)).isEqualTo("problems.body");
    }
}
