package cn.zrzy.sandbox.province;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** 派员: the people of one pool and whom the platform may send where. */
final class Crew {

    private final List<JsonNode> people = new ArrayList<>();
    private final List<JsonNode> plans = new ArrayList<>();
    private final Map<String, Set<String>> recused = new HashMap<>();
    private final Map<String, Integer> sent = new HashMap<>();
    private final Random luck;

    Crew(JsonNode pool, Random luck) {
        this.luck = luck;
        pool.path("inspectors").forEach(people::add);
        pool.path("teams").forEach(plans::add);
        pool.path("recusals")
                .forEach(pair -> recused.computeIfAbsent(pair.path("objectId").asText(), id -> new HashSet<>())
                        .add(pair.path("certNo").asText()));
    }

    Optional<String> recusedFor(String id) {
        return recused.getOrDefault(id, Set.of()).stream().findFirst();
    }

    /** Fills every role to its least, then the team to its size. */
    Set<String> team(String id, String region, List<JsonNode> strata) {
        Set<String> team = new LinkedHashSet<>();
        JsonNode plan = plan(strata);
        if (plan == null) {
            return team;
        }
        List<JsonNode> able = able(id, region, strata);
        Map<String, Integer> inRole = new HashMap<>();
        for (JsonNode role : plan.path("roles")) {
            fill(able, plan, role.path("name").asText(), role.path("least").asInt(), team, inRole);
        }
        complete(able, plan, team, inRole);
        team.forEach(card -> sent.merge(card, 1, Integer::sum));
        return team;
    }

    private static void fill(
            List<JsonNode> able, JsonNode plan, String role, int upTo, Set<String> team, Map<String, Integer> inRole) {
        for (JsonNode person : able) {
            if (inRole.getOrDefault(role, 0) >= upTo) {
                return;
            }
            if (role.equals(role(plan, person))
                    && team.add(person.path("certNo").asText())) {
                inRole.merge(role, 1, Integer::sum);
            }
        }
    }

    /** The nearest of any role that has room: a second leader from afar is no better than a member from here. */
    private static void complete(List<JsonNode> able, JsonNode plan, Set<String> team, Map<String, Integer> inRole) {
        Map<String, Integer> most = new HashMap<>();
        plan.path("roles")
                .forEach(role -> most.put(name(role), role.path("most").asInt()));
        for (JsonNode person : able) {
            String role = role(plan, person);
            if (team.size() < plan.path("size").asInt()
                    && inRole.getOrDefault(role, 0) < most.getOrDefault(role, 0)
                    && team.add(person.path("certNo").asText())) {
                inRole.merge(role, 1, Integer::sum);
            }
        }
    }

    private JsonNode plan(List<JsonNode> strata) {
        for (JsonNode plan : plans) {
            boolean serves = plan.path("items").isEmpty();
            for (JsonNode item : plan.path("items")) {
                serves |= strata.stream().anyMatch(s -> s.path("itemCode").equals(item));
            }
            if (serves) {
                return plan;
            }
        }
        return null;
    }

    /** Those of the region first; should they not be enough, others of the city go too. */
    private List<JsonNode> able(String id, String region, List<JsonNode> strata) {
        Set<String> wanted = new HashSet<>();
        strata.forEach(s -> s.path("expertise").forEach(word -> wanted.add(word.asText())));
        List<JsonNode> near = new ArrayList<>();
        List<JsonNode> far = new ArrayList<>();
        for (JsonNode person : people) {
            String card = person.path("certNo").asText();
            boolean free = sent.getOrDefault(card, 0) < person.path("most").asInt();
            if (free
                    && !recused.getOrDefault(id, Set.of()).contains(card)
                    && (wanted.isEmpty() || meets(person.path("expertise"), wanted))) {
                (covers(person, region) ? near : far).add(person);
            }
        }
        Collections.shuffle(near, luck);
        Collections.shuffle(far, luck);
        near.addAll(far);
        return near;
    }

    private static boolean covers(JsonNode person, String region) {
        for (JsonNode covered : person.path("regions")) {
            if (region.startsWith(covered.asText())) {
                return true;
            }
        }
        return false;
    }

    private static String role(JsonNode plan, JsonNode person) {
        for (JsonNode role : plan.path("roles")) {
            String dept = role.path("dept").asText();
            Set<String> wanted = new HashSet<>();
            role.path("expertise").forEach(word -> wanted.add(word.asText()));
            if ((dept.isEmpty() || dept.equals(person.path("dept").asText()))
                    && (!role.path("leader").asBoolean()
                            || person.path("leader").asBoolean())
                    && (wanted.isEmpty() || meets(person.path("expertise"), wanted))) {
                return name(role);
            }
        }
        return "";
    }

    private static boolean meets(JsonNode words, Set<String> wanted) {
        for (JsonNode word : words) {
            if (wanted.contains(word.asText())) {
                return true;
            }
        }
        return false;
    }

    private static String name(JsonNode role) {
        return role.path("name").asText();
    }
}
