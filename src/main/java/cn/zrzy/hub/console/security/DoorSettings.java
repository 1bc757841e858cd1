package cn.zrzy.hub.console.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 控制台会话, config/console.yaml.
 *
 * @param longest how old a session may become, however busy it is
 */
@ConfigurationProperties("console.session")
record DoorSettings(@DefaultValue("12h") Duration longest) {}
