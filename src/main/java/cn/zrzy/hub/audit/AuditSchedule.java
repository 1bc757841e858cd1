package cn.zrzy.hub.audit;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The chain is checked by each process for itself, so this needs no claim in the duty ledger. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class AuditSchedule {}
