package cn.zrzy.hub.console;

/** 处置对象的页面: where the thing stands that an act was done to. */
final class ThingPages {

    private ThingPages() {}

    /** @param target of the act; an unknown one leads to the desk */
    static String of(String target, String thing) {
        String name = Problem.encoded(thing);
        return switch (target) {
            case "SYSTEM" -> "/sources/" + name;
            case "PARTNER" -> "/partners/" + name;
            case "ROUTE" -> "/routes#route-" + name;
            case "RUN", "BATCH" -> "/sync/" + name;
            case "NIGHT" -> "/ops?night=" + name;
            case "MESSAGE" -> "/messages/" + name;
            case "JOB" -> "/messages/jobs/" + name;
            case "WINDOW" -> "/partners/" + Problem.encoded(thing.substring(0, Math.max(0, thing.lastIndexOf('-'))));
            case "ALERT", "CHANNEL" -> "/alerts";
            case "WATCH" -> "/watches";
            default -> "/ops";
        };
    }
}
