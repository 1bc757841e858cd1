package cn.zrzy.hub.ceremony;

import cn.zrzy.hub.kernel.Fact;
import java.util.List;

/** 密封公开: the details of an unannounced draw are open. */
public record DrawOpened(String drawNo, String schemeNo, String planNo) implements Fact {

    @Override
    public String event() {
        return "plan.draw-opened";
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
        return "抽取 " + drawNo + " 的密封值已公开";
    }

    @Override
    public List<String> mentions() {
        return List.of(schemeNo);
    }
}
