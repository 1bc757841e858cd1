package cn.zrzy.hub.site;

import cn.zrzy.hub.draw.model.DrawRules;
import cn.zrzy.hub.draw.model.PoolSubject;
import cn.zrzy.hub.draw.outcome.Standing;
import cn.zrzy.hub.draw.paper.Membership;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * "我在不在名单里" in words.
 *
 * @param state IN, EXCLUDED, ABSENT, or ODD when what was typed cannot be a code
 * @param proof the inclusion or absence proof; null when ODD
 * @param exclusion why it was excluded before the draw; ""
 * @param standings empty before the draw and while it is closed
 * @param stands whether it is drawn now, after all corrections; always false while closed
 */
record MembershipAnswer(
        String id, String state, JsonNode proof, String exclusion, List<Standing> standings, boolean stands) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** As it is typed on a phone: small letters, full-width digits and blanks do not matter. */
    static String normal(String typed) {
        return java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(java.util.Locale.ROOT);
    }

    static boolean odd(String id) {
        return !id.matches("[0-9A-Z:._-]{1,64}");
    }

    static MembershipAnswer of(Dossier dossier, String id) {
        if (odd(id)) {
            return new MembershipAnswer(id, "ODD", null, "", List.of(), false);
        }
        Membership members = dossier.members();
        JsonNode proof = read(members.proof(id));
        PoolSubject subject = members.subject(id).orElse(null);
        if (subject == null) {
            return new MembershipAnswer(id, "ABSENT", proof, "", List.of(), false);
        }
        if (!subject.exclusionCode().isEmpty()) {
            return new MembershipAnswer(id, "EXCLUDED", proof, meaning(dossier, subject), List.of(), false);
        }
        if (dossier.current() == null) {
            return new MembershipAnswer(id, "IN", proof, "", List.of(), false);
        }
        boolean stands =
                dossier.current().picks().stream().anyMatch(p -> p.subjectId().equals(id));
        return new MembershipAnswer(
                id, "IN", proof, "", members.standings(dossier.outcome(), dossier.secret(), id), stands);
    }

    /** Neighbour on one side of an absent code; "" at either end of the list. */
    public String neighbour(String side) {
        JsonNode line = proof.path(side).path("line");
        return line.isMissingNode() ? "" : read(line.asText()).path(0).asText();
    }

    private static String meaning(Dossier dossier, PoolSubject subject) {
        return dossier.frozen().request().rules().exclusions().stream()
                .filter(reason -> reason.code().equals(subject.exclusionCode()))
                .map(DrawRules.ExclusionReason::meaning)
                .findFirst()
                .orElse(subject.exclusionCode());
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the draw writes sound JSON", e);
        }
    }
}
