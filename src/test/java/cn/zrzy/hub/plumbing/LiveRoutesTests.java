package cn.zrzy.hub.plumbing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Properties;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the topology page is told of a route that fills in a template: its own words and addresses, not the template's. */
class LiveRoutesTests {

    private final DefaultCamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void start() throws Exception {
        Properties settings = new Properties();
        settings.setProperty("queue.publish-draw-to-province", "direct:publish-draw-to-province");
        settings.setProperty("partner.province.draws", "mock:province?retainLast=1");
        camel.getPropertiesComponent().setInitialProperties(settings);
        camel.start();
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("book.camel.yaml", """
                - routeTemplate:
                    id: told
                    parameters:
                      - { name: route }
                      - { name: description }
                      - { name: partner }
                    route:
                      description: "{{description}}"
                      from:
                        uri: "{{queue.{{route}}}}"
                        steps:
                          - to: { id: "{{route}}.to-{{partner}}", uri: "{{partner.{{partner}}.draws}}" }
                - templatedRoute:
                    routeTemplateRef: told
                    routeId: publish-draw-to-province
                    parameters:
                      - { name: route, value: publish-draw-to-province }
                      - { name: description, value: 把抽取结果报送省平台 }
                      - { name: partner, value: province }
                - route:
                    id: draw-run
                    description: 抽取
                    from:
                      uri: direct:draw-run
                      steps:
                        - to: { uri: "{{queue.publish-draw-to-province}}" }
                """));
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void aTemplatesRouteSaysItsOwnWordsAndWhereItSends() {
        assertThat(new LiveRoutes(camel).routes())
                .extracting(RouteView::id, RouteView::description, RouteView::from, RouteView::to)
                .containsExactly(
                        tuple("draw-run", "抽取", "direct:draw-run", List.of("direct:publish-draw-to-province")),
                        tuple(
                                "publish-draw-to-province",
                                "把抽取结果报送省平台",
                                "direct:publish-draw-to-province",
                                List.of("mock:province")));
    }

    @Test
    void itsStepsHaveIdsOfTheirOwn() {
        assertThat(camel.getCamelContextExtension()
                        .getContextPlugin(ManagedCamelContext.class)
                        .getManagedProcessor("publish-draw-to-province.to-province"))
                .isNotNull();
    }
}
