package cn.zrzy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.sandbox.kit.Schema;
import cn.zrzy.sandbox.kit.Sm3;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The samples in docs/partners fit the schemas there named, by the standard's reading and by the sandbox's own. */
class ContractSampleTests {

    @ParameterizedTest
    @CsvSource({
        "province,province/plans,0",
        "province,province/schemes,1",
        "province,province/draws,2",
        "province,province/results,3",
        "province,province/pools,4",
        "province,province/draw-result,5",
        "province,province/draw-seed,6",
        "province,province/draw-voids,7",
        "portal,portal/articles,0",
        "portal,portal/withdrawals,1",
        "credit,credit/records,0",
        "credit,credit/withdrawals,1"
    })
    void samplesFit(String partner, String schema, int place) throws IOException {
        JsonNode sample = samples(partner).get(place);
        assertThat(Schema.load(schema).check(sample)).isEmpty();
        assertThat(standard(schema).validate(sample)).isEmpty();
        ObjectNode more = sample.deepCopy();
        more.put("extra", 1);
        assertThat(Schema.load(schema).check(more)).hasSize(1);
        assertThat(standard(schema).validate(more)).hasSize(1);
    }

    private static JsonSchema standard(String name) throws IOException {
        try (InputStream in = ContractSampleTests.class.getResourceAsStream("/" + name + ".schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        }
    }

    private static List<JsonNode> samples(String partner) throws IOException {
        String page = Files.readString(Path.of("docs/partners/" + partner + ".md"));
        String block = page.substring(page.indexOf("## 样例")).split("```")[1].replaceFirst("json", "");
        return Child.JSON
                .readerFor(JsonNode.class)
                .<JsonNode>readValues(block.replace("<64位>", Sm3.of("")))
                .readAll();
    }
}
