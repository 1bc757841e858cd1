package cn.zrzy.hub.console.token;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 个人令牌的限度, config/console.yaml.
 *
 * @param days how long one may be valid at most
 * @param each how many valid ones a person may have
 */
@ConfigurationProperties("console.token")
record TokenSettings(
        @DefaultValue("90") int days, @DefaultValue("10") int each) {}
