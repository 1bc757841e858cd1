package cn.zrzy.sandbox.kit;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** 业务效果: one thing the agency really did, with the receipt it gave for it. */
public record Effect(String key, String kind, String digest, String at, Matter matter, ObjectNode note) {

    ObjectNode json() {
        ObjectNode line = Json.object()
                .put("key", key)
                .put("kind", kind)
                .put("digest", digest)
                .put("at", at);
        if (!matter.id().isEmpty()) {
            line.put("matter", matter.id()).put("standing", matter.standing());
        }
        line.set("note", note);
        return line;
    }

    static Effect of(ObjectNode line) {
        return new Effect(
                line.path("key").asText(),
                line.path("kind").asText(),
                line.path("digest").asText(),
                line.path("at").asText(),
                new Matter(line.path("matter").asText(), line.path("standing").asBoolean(true)),
                line.path("note") instanceof ObjectNode note ? note : Json.object());
    }
}
