package cn.zrzy.hub.routes.stage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.Shift;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The night's jobs: a star stands where the shift was asked first. Each ends with an outcome. */
final class NightScenes {

    private static final String FILE = "inspectors_20261128.csv";
    private static final List<String> INTO_THE_REGISTRY =
            List.of("* feedDesk.compare(shift)", "* feedDesk.apply(shift)");

    private NightScenes() {}

    static Stream<Scene> all() {
        Stream<Scene> whole = Stream.of(draws(), inspectors(), miningRights(), pages(), fromProvince())
                .flatMap(scenes -> scenes)
                .flatMap(Scene::andWhereverItFails);
        return Stream.concat(whole, Stream.of(refusedMarker()));
    }

    private static Scene night(String route, String name) {
        return new Scene(route, name, Policy.INBOUND, "direct:" + route, null)
                .variable("shift", new Shift("run", 1))
                .header("businessDate", "20261128")
                .header("traceId", "t");
    }

    private static Scene job(String route, String name) {
        return night(route, name)
                .ends((exchange, journal) ->
                        assertThat(Words.of(exchange.getMessage().getBody())).isEqualTo("outcome"))
                .endsQuietlyWithItsShift();
    }

    private static Stream<Scene> draws() {
        return Stream.of(
                job("draw-freeze", "freezes what is due").tells("* drawSession.freezeDue(shift, 20261128)"),
                job("draw-make-sheets", "makes the sheets").tells("* rehearsalDesk.makeSheets(shift)"),
                job("draw-open-secrets", "opens what is due").tells("* drawOpening.openDue()"),
                job("draw-run", "draws what is ready").tells("* drawSession.drawReady(shift)"));
    }

    private static Stream<Scene> inspectors() {
        String opened = "* inspectorTranslator.open(shift, 20261128)";
        String route = "sync-inspectors-from-hr";
        return Stream.of(
                job(route, "marker, then file, then rows")
                        .before((stage, journal) -> {
                            stage.publish(FILE + ".ok", "rows=1");
                            stage.publish(FILE, "row");
                        })
                        .tells(
                                opened,
                                "* inspectorMarkers.read(20261128, rows=1)",
                                "* intakeStore.take(shift, hr/inspectors, " + FILE + ")",
                                "* inspectorTranslator.stage(shift, 20261128, rows=1, storedBody)")
                        .tells(INTO_THE_REGISTRY),
                job(route, "the marker is missing, which its reader says")
                        .before((stage, journal) -> {
                            stage.withdraw(FILE + ".ok");
                            stage.publish(FILE, "row");
                        })
                        .tells(
                                opened,
                                "* inspectorMarkers.read(20261128, null)",
                                "* intakeStore.take(shift, hr/inspectors, " + FILE + ")",
                                "* inspectorTranslator.stage(shift, 20261128, null, storedBody)")
                        .tells(INTO_THE_REGISTRY),
                job(route, "rows are in since an earlier try")
                        .answer("inspectorTranslator.open", false)
                        .tells(opened)
                        .tells(INTO_THE_REGISTRY));
    }

    private static Scene refusedMarker() {
        return night("sync-inspectors-from-hr", "the marker is refused, and no file is fetched")
                .before((stage, journal) -> {
                    stage.publish(FILE + ".ok", "rows=1");
                    stage.publish(FILE, "row");
                    journal.failAt(1, new Rejected("E-TEST", "不收"));
                })
                .tells(
                        "* inspectorTranslator.open(shift, 20261128)",
                        "* inspectorMarkers.read(20261128, rows=1)",
                        "dutyLedger.fail(shift, Rejected)")
                .ends((exchange, journal) ->
                        assertThat(exchange.getVariable("file")).isNull());
    }

    private static Stream<Scene> miningRights() {
        String opened = "* miningLedger.open(shift, 20261128)";
        return Stream.of(
                job("sync-mining-rights-from-landuse", "one workbook")
                        .tells(
                                opened,
                                "* landuseAccess.bearer()",
                                "* → source.landuse.mining-rights {Authorization=landuseAccess.bearer,"
                                        + " businessDate=20261128, traceId=t} null",
                                "* intakeStore.keep(shift, landuse/mining-rights, wire)",
                                "* miningLedger.stage(shift, storedBody)")
                        .tells(INTO_THE_REGISTRY),
                job("sync-mining-rights-from-landuse", "rows are in since an earlier try")
                        .answer("miningLedger.open", false)
                        .tells(opened)
                        .tells(INTO_THE_REGISTRY));
    }

    private static Stream<Scene> pages() {
        return Stream.of("parcels", "projects", "units").flatMap(feed -> {
            String route = "sync-" + feed + "-from-landuse";
            String translator = feed.substring(0, feed.length() - 1) + "Translator";
            List<String> opened = List.of("* " + translator + ".open(shift, 20261128)", "* landuseAccess.bearer()");
            String asked = "landusePages.more(pageCursor)";
            return Stream.of(
                    job(route, "two pages")
                            .answer("landusePages.more", true, true, false)
                            .loop(3, 5, asked)
                            .loop(7, 9, asked)
                            .tells(opened)
                            .tells("* " + asked)
                            .tells(page(feed, translator, "", "null"))
                            .tells(asked)
                            .tells(page(feed, translator, "CamelHttpResponseCode=200, ", "wire"))
                            .tells(asked)
                            .tells(INTO_THE_REGISTRY),
                    job(route, "nothing to fetch")
                            .answer("landusePages.more", false)
                            .tells(opened)
                            .tells("* " + asked)
                            .tells(INTO_THE_REGISTRY));
        });
    }

    /** @param before what the answer before has left on the message */
    private static List<String> page(String feed, String translator, String before, String body) {
        return List.of(
                "* landusePages.query(pageCursor, 20261128)",
                "* → source.landuse." + feed
                        + " {Authorization=landuseAccess.bearer, CamelHttpQuery=landusePages.query, " + before
                        + "businessDate=20261128, traceId=t} " + body,
                "* " + translator + ".stage(pageCursor, wire)");
    }

    private static Stream<Scene> fromProvince() {
        return Stream.of(List.of("result", "awaitedResults", "enter"), List.of("seed", "awaitedSeeds", "observe"))
                .flatMap(row -> {
                    String thing = row.get(0);
                    String route = "draw-" + thing + "-from-province";
                    List<String> told = new ArrayList<>(List.of(
                            "* platformDesk." + row.get(1) + "()",
                            "* platformDesk.more(awaitedDraws)",
                            "* platformDesk.next(awaitedDraws)",
                            "* provinceReturns.path(platformDesk.next, " + thing + ")",
                            "provinceReturns.sign(platformDesk.next, " + thing + ")",
                            "* → partner.province.draw {Authorization=provinceReturns.sign,"
                                    + " CamelHttpPath=provinceReturns.path, businessDate=20261128, traceId=t} null",
                            "* provinceReturns." + thing + "(platformDesk.next, 200, wire)",
                            "* intakeStore.keep(shift, province/draw-" + thing + ", wire)",
                            "* platformDesk." + row.get(2) + "(awaitedDraws, platformAnswer, SHA)",
                            "platformDesk.more(awaitedDraws)",
                            "* platformDesk.outcome(awaitedDraws)"));
                    return Stream.of(
                            job(route, "one draw is waited for")
                                    .answer("platformDesk.more", true, false)
                                    .loop(2, 8, told.get(9))
                                    .tells(told),
                            job(route, "none is waited for")
                                    .answer("platformDesk.more", false)
                                    .tells(told.get(0), told.get(1), told.get(10)));
                });
    }
}
