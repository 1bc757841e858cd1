package cn.zrzy.hub.ceremony.freeze;

import cn.zrzy.hub.ceremony.record.DrawCalls;
import cn.zrzy.hub.plan.DrawTerms;
import cn.zrzy.hub.plan.SchemeDraw;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;

/** What a scheme hears of its draw before the pool is frozen (征集中的抽取): its recipe and its call for commitments. */
@Component
class CalledDraw implements SchemeDraw {

    private final SeedRecipes recipes;
    private final DrawCalls calls;

    CalledDraw(SeedRecipes recipes, DrawCalls calls) {
        this.recipes = recipes;
        this.calls = calls;
    }

    @Override
    public void check(DrawTerms terms, LocalDate drawOn, LocalDate windowTo, OffsetDateTime now) {
        recipes.check(terms, drawOn, windowTo, now);
    }

    @Override
    public void cancel(String schemeNo) {
        calls.cancel(schemeNo);
    }
}
