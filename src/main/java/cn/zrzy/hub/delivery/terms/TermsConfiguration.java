package cn.zrzy.hub.delivery.terms;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DeliveryTerms.class, KeyTerms.class})
class TermsConfiguration {}
