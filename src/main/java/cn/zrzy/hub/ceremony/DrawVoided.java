package cn.zrzy.hub.ceremony;

import cn.zrzy.hub.kernel.Fact;
import java.util.List;

/** 抽取作废: it no longer counts, and stays in the log for ever. */
public record DrawVoided(String drawNo, String schemeNo, String planNo) implements Fact {

    @Override
    public String event() {
        return "plan.draw-voided";
    }

    @Override
    public String key() {
        return drawNo;
    }

    @Override
    public String orderKey() {
        return planNo;
    }

    @Override
    public String sentence() {
        return "抽取 " + drawNo + " 作废";
    }

    @Override
    public List<String> mentions() {
        return List.of(schemeNo);
    }
}
