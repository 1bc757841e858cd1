package cn.zrzy.hub.console.cards;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** Each cell of a listing bears the words of its head, as they were rendered. */
class CardLabelsTests {

    @Test
    void cellsBearTheHeadOfTheirColumn() {
        assertThat(rendered(
                        "<table class=\"listing\"><thead><tr><th>状态</th><th></th><th><span>最“久”</span> \"x\"</th></tr></thead>"
                                + "<tbody><tr><td>a</td><td>b</td><td class=\"num\">c</td></tr></tbody></table>"))
                .contains(
                        "<td data-label=\"状态\">a</td>",
                        "<td>b</td>",
                        "<td class=\"num\" data-label=\"最“久” &quot;x&quot;\">c</td>");
    }

    @Test
    void wideCellsCountAndOwnWordsStay() {
        assertThat(
                        rendered(
                                "<table class=\"a listing\"><thead><tr><th>一</th><th>二</th><th>三</th></tr></thead>"
                                        + "<tbody><tr><td colspan=\"2\">a</td><td>b</td></tr><tr><td data-label=\"自\">c</td></tr></tbody></table>"))
                .contains(
                        "<td colspan=\"2\" data-label=\"一\">a</td><td data-label=\"三\">b</td>",
                        "<td data-label=\"自\">c</td>");
    }

    @Test
    void otherTablesStayAsTheyAre() {
        String table =
                "<table class=\"prints\"><thead><tr><th>一</th></tr></thead><tbody><tr><td>a</td></tr></tbody></table>";
        assertThat(rendered(table)).isEqualTo(table);
        assertThat(rendered("<table class=\"listing\"><thead><tr><th>一</th></tr></thead></table>" + table))
                .endsWith(table);
    }

    private static String rendered(String template) {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(new StringTemplateResolver());
        engine.addDialect(new CardDialect());
        return engine.process(template, new Context());
    }
}
