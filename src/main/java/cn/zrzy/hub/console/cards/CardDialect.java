package cn.zrzy.hub.console.cards;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/** Has every page pass {@link CardLabels} on its way out (卡片). */
@Component
class CardDialect extends AbstractDialect implements IPostProcessorDialect {

    private static final int LAST = 1000;

    CardDialect() {
        super("cards");
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return LAST;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        return Set.of(new PostProcessor(TemplateMode.HTML, CardLabels.class, LAST));
    }
}
