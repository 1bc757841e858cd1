package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The contract describes every document of every operation, in Chinese. That what it says is true is held against each call
 * that any test makes ({@code fixtures.ApiPromise}).
 */
class ApiContractTests {

    private final JsonNode contract =
            BlackBoxHub.running().api("李敏").get("/api/openapi.json").body();

    @Test
    void everyOperationDescribesItsAnswerAndWhateverItTakes() {
        List<String> silent = new ArrayList<>();
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(verb -> {
                    JsonNode operation = verb.getValue();
                    String name = operation.path("operationId").asText();
                    operation.at("/responses/200/content").properties().forEach(answer -> {
                        if (answer.getKey().equals("application/json")
                                && answer.getValue().isEmpty()) {
                            silent.add(name + " answers");
                        }
                    });
                    if (operation.has("requestBody")
                            && operation
                                    .at("/requestBody/content/application~1json/schema")
                                    .isEmpty()) {
                        silent.add(name + " takes");
                    }
                }));
        assertThat(contract.path("paths")).isNotEmpty();
        assertThat(silent).containsExactly("get-contract answers");
    }

    @Test
    void anOrderNamesItsPartsAndWhichOfThemMayBeMissing() {
        assertThat(contract.at(
                                "/paths/~1api~1operator~1acts~1{act}~1{of}/post/requestBody/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/ActOrder");
        assertThat(contract.at("/components/schemas/ActOrder/properties/reason/type")
                        .asText())
                .isEqualTo("string");
        assertThat(contract.at("/components/schemas/ActOrder/properties/until/anyOf/1/type")
                        .asText())
                .isEqualTo("null");
        assertThat(contract.at("/components/schemas/Sheet/properties/items/items/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/Sheet.Item");
    }

    @Test
    void everyFieldIsDescribedInChinese() {
        List<String> silent = new ArrayList<>();
        contract.at("/components/schemas")
                .properties()
                .forEach(document -> document.getValue()
                        .path("properties")
                        .properties()
                        .forEach(field -> {
                            if (!field.getValue().path("description").asText().matches(".*\\p{IsHan}.*")) {
                                silent.add(document.getKey() + "." + field.getKey());
                            }
                        }));
        assertThat(silent).isEmpty();
    }
}
