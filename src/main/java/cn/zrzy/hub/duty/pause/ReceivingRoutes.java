package cn.zrzy.hub.duty.pause;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Routes that read all day, without a place in the timetable (常驻收取路由), config/schedules.yaml. @param routes id → Chinese name */
@ConfigurationProperties("receiving")
public record ReceivingRoutes(@DefaultValue Map<String, String> routes) {}
