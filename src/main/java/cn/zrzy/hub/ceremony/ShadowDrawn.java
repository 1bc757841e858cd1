package cn.zrzy.hub.ceremony;

import cn.zrzy.hub.kernel.Fact;
import java.util.List;

/** 作废试算完成: what an abandoned draw would have given; its key is the second version of the notice of the void. */
public record ShadowDrawn(String drawNo, String schemeNo, String planNo) implements Fact {

    @Override
    public String event() {
        return "plan.shadow-drawn";
    }

    @Override
    public String key() {
        return drawNo + "@2";
    }

    @Override
    public String orderKey() {
        return planNo;
    }

    @Override
    public String sentence() {
        return "作废的抽取 " + drawNo + " 完成试算";
    }

    @Override
    public List<String> mentions() {
        return List.of(drawNo, schemeNo);
    }
}
