package cn.zrzy.hub.routes.stage;

import java.util.stream.Stream;

/** Tests of a connection: each asks something that has no effect, and whatever happens is a verdict. */
final class ProbeScenes {

    private ProbeScenes() {}

    static Stream<Scene> all() {
        return Stream.of(
                        question("province", "/province/receipts"),
                        question("portal", "/portal/articles"),
                        question("credit", "/credit/records"),
                        probe("landuse")
                                .tells(
                                        "landuseAccess.bearer()",
                                        "→ source.landuse.probe {Authorization=landuseAccess.bearer,"
                                                + " CamelHttpQuery=page=1&size=1} null",
                                        "probeVerdicts.read(200)"),
                        probe("tsa").tells("→ partner.tsa.probe {} null", "probeVerdicts.head(200)"),
                        probe("enforcement").tells("queueProbe.look(agency.enforcement.inbox)"),
                        probe("hr").tells("probeVerdicts.folder()"),
                        probe("judiciary").tells("probeVerdicts.folder()"))
                .flatMap(Scene::andWhereverItFails);
    }

    private static Scene probe(String system) {
        String route = "probe-" + system;
        return new Scene(route, "is tested", Policy.PROBE, "direct:" + route, null);
    }

    private static Scene question(String partner, String path) {
        return probe(partner)
                .tells(
                        partner + "Signer.signQuestion(" + path + ")",
                        "→ partner." + partner + ".question {Authorization=" + partner
                                + "Signer.signQuestion, CamelHttpQuery=key=probe} null",
                        "probeVerdicts.question(200, wire)");
    }
}
