package cn.zrzy.hub.ceremony.terms;

import java.util.Arrays;
import java.util.List;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.stereotype.Component;

/** 已取消的设置: whoever relied on one is told at the start, and does not find out at the draw. */
@Component
class RetiredSettings {

    private static final List<String> RETIRED = List.of("draw.research", "draw.weights");

    RetiredSettings(ConfigurableEnvironment settings) {
        settings.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .filter(name -> RETIRED.stream().anyMatch(name::startsWith))
                .filter(name -> !settings.getProperty(name, "").isEmpty())
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalStateException(name + " 已取消（研究性抽样、加权不再支持），请从设置中删去");
                });
    }
}
