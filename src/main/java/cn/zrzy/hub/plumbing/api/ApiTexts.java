package cn.zrzy.hub.plumbing.api;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the texts of a document may be (文字长度上限), in characters; config/limits.yaml.
 *
 * @param ordinary every text that is not named
 * @param longer field name → its own limit
 */
@ConfigurationProperties("api.texts")
record ApiTexts(
        @DefaultValue("200") int ordinary, @DefaultValue Map<String, Integer> longer) {

    int most(String field) {
        return longer.getOrDefault(field, ordinary);
    }
}
