package cn.zrzy.hub.plumbing.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** A fault of our own tells the caller a number to call about, and nothing else. */
class ProblemsTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aFaultOfOurOwnIsANumber() throws Exception {
        Problems problems = new Problems(JSON);
        IllegalStateException fault = new IllegalStateException("relation plan.plan does not exist");
        assertThat(problems.status(fault)).isEqualTo(500);
        JsonNode body = JSON.readTree(problems.body(fault));
        assertThat(body.path("code").asText()).isEqualTo("E-API-INTERNAL");
        assertThat(body.path("title").asText()).contains("编号").doesNotContain("relation");
    }
}
