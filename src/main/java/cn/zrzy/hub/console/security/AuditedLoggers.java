package cn.zrzy.hub.console.security;

import cn.zrzy.hub.audit.AuditTrail;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.logging.LoggersEndpoint;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerGroups;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** 日志级别: what the hub tells of itself may be turned up and down, but not unnoticed. */
@Component
@Endpoint(id = "loggers")
class AuditedLoggers extends LoggersEndpoint {

    private final AuditTrail audit;

    AuditedLoggers(LoggingSystem logging, LoggerGroups groups, AuditTrail audit) {
        super(logging, groups);
        this.audit = audit;
    }

    @Override
    @WriteOperation
    public void configureLogLevel(@Selector String name, @Nullable LogLevel configuredLevel) {
        String address = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : "";
        String level = configuredLevel == null ? "恢复缺省" : configuredLevel.name();
        audit.record(new Actor("ops", "OPS", address).did("ops.log-level", name, "", "", level, "成功"));
        super.configureLogLevel(name, configuredLevel); // on record first: what cannot be recorded does not happen
    }
}
