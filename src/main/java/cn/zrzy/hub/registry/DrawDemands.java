package cn.zrzy.hub.registry;

/**
 * What a draw demands of an inspector beyond law and duty (抽取的要求). The registry knows the people and the draw its demands,
 * and neither knows the other; the room that reads the people in brings the two together. So sync, registry pages and draw
 * ask one list.
 */
public interface DrawDemands {

    /** @return Chinese reason why the draw cannot bear this person; empty when it can */
    String obstacle(Inspector person);
}
