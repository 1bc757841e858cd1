package cn.zrzy.hub.plumbing;

import java.time.Duration;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.util.unit.DataSize;

/** How much and how long what comes from outside may be (来件的时限与上限), block {@code bounds} of config/endpoints.yaml. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Bounds.Settings.class)
class Bounds {

    /**
     * @param answer of a partner to a delivery or a question
     * @param bulk of a partner that gives much: a draw's result
     * @param source of a system that we read from
     */
    @ConfigurationProperties("bounds")
    record Settings(
            @DefaultValue Answer answer,
            @DefaultValue Bulk bulk,
            @DefaultValue Source source) {

        record Answer(
                @DefaultValue("35s") Duration within,
                @DefaultValue("1MB") DataSize limit) {}

        record Bulk(
                @DefaultValue("3m") Duration within,
                @DefaultValue("64MB") DataSize limit) {}

        record Source(
                @DefaultValue("10m") Duration within,
                @DefaultValue("64MB") DataSize limit,
                @DefaultValue("1GB") DataSize file) {}
    }

    @Bean
    BoundsWatch boundsWatch() {
        return new BoundsWatch();
    }

    @Bean
    BoundedHttp answerHttp(Settings settings, BoundsWatch watch) {
        return new BoundedHttp(
                settings.answer().within(), settings.answer().limit().toBytes(), watch);
    }

    @Bean
    BoundedHttp bulkHttp(Settings settings, BoundsWatch watch) {
        return new BoundedHttp(settings.bulk().within(), settings.bulk().limit().toBytes(), watch);
    }

    @Bean
    BoundedHttp sourceHttp(Settings settings, BoundsWatch watch) {
        return new BoundedHttp(
                settings.source().within(), settings.source().limit().toBytes(), watch);
    }

    /** One an endpoint, since it holds the connection that it watches. */
    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    BoundedSockets answerSockets(Settings settings, BoundsWatch watch) {
        return new BoundedSockets(
                settings.answer().within(), settings.bulk().limit().toBytes(), watch);
    }

    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    BoundedSockets sourceSockets(Settings settings, BoundsWatch watch) {
        return new BoundedSockets(
                settings.source().within(), settings.source().file().toBytes(), watch);
    }
}
