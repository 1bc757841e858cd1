package cn.zrzy.sandbox.province;

import cn.zrzy.sandbox.kit.Json;
import cn.zrzy.sandbox.kit.Stamp;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** 平台抽取: one draw from a pool that was handed in, in the platform's own way and out of its own luck. */
final class PlatformLottery {

    private final JsonNode pool;
    private final Manner manner;
    private final Random luck;
    private final Crew crew;

    PlatformLottery(JsonNode pool, Manner manner, Random luck) {
        this.pool = pool;
        this.manner = manner;
        this.luck = luck;
        this.crew = new Crew(pool, luck);
    }

    ObjectNode draw() {
        ObjectNode result = Json.object()
                .put("drawNo", pool.path("drawNo").asText())
                .put("manifestDigest", manner == Manner.ELSEWHERE ? "0".repeat(64) : digest())
                .put("drawnAt", Stamp.now());
        ArrayNode picks = result.putArray("picks");
        Map<String, List<JsonNode>> visits = new LinkedHashMap<>();
        Map<String, String> regions = new LinkedHashMap<>();
        for (JsonNode stratum : pool.path("strata")) {
            for (JsonNode object : chosen(stratum)) {
                String id = object.path("id").asText();
                picks.addObject()
                        .put("itemCode", stratum.path("itemCode").asText())
                        .put("objectId", id);
                visits.computeIfAbsent(id, key -> new ArrayList<>()).add(stratum);
                regions.put(id, object.path("region").asText());
            }
        }
        ArrayNode teams = result.putArray("teams");
        visits.forEach((id, strata) -> {
            ArrayNode cards = teams.addObject().put("objectId", id).putArray("certNos");
            team(id, regions.get(id), strata, teams.size() == 1).forEach(cards::add);
        });
        return result;
    }

    private String digest() {
        return pool.path("manifestDigest").asText();
    }

    private List<JsonNode> chosen(JsonNode stratum) {
        List<JsonNode> objects = new ArrayList<>();
        stratum.path("objects").forEach(objects::add);
        int quota = stratum.path("quota").asInt();
        if (manner == Manner.SHORT && quota > 1) {
            quota--;
        }
        int start = 0;
        if (manner == Manner.LOPSIDED) {
            start = luck.nextInt(objects.size() - quota + 1);
        } else {
            Collections.shuffle(objects, luck);
        }
        return List.copyOf(objects.subList(start, start + quota));
    }

    private Set<String> team(String id, String region, List<JsonNode> strata, boolean first) {
        Set<String> team = new TreeSet<>(crew.team(id, region, strata));
        if (manner == Manner.SOLO && first) {
            team.remove(team.iterator().next());
        } else if (manner == Manner.STRANGER && first) {
            team.remove(team.iterator().next());
            team.add("99999999999");
        } else if (manner == Manner.RECUSED) {
            crew.recusedFor(id).ifPresent(card -> {
                if (!team.contains(card)) {
                    team.remove(team.iterator().next());
                    team.add(card);
                }
            });
        }
        return team;
    }
}
