package cn.zrzy.hub.routes.stage;

import java.util.List;
import java.util.stream.Stream;

/** Every scene of every family. */
final class Scenes {

    static final List<Scene> ALL = Stream.of(
                    OutboundScenes.all(),
                    KeyScenes.all(),
                    FactScenes.all(),
                    ArrivalScenes.all(),
                    NightScenes.all(),
                    ProbeScenes.all(),
                    ApiScenes.all())
            .flatMap(scenes -> scenes)
            .toList();

    private Scenes() {}

    static List<Scene> of(String route) {
        return ALL.stream().filter(scene -> scene.route().equals(route)).toList();
    }
}
