package cn.zrzy.hub.ceremony.terms;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads how draws are held here (抽取设置). */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DrawSettings.class)
class CeremonyConfiguration {}
