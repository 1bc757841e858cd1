package cn.zrzy.hub.ceremony;

import cn.zrzy.hub.kernel.Fact;
import java.util.List;

/** 抽取更正: a subject fell out or a team was seated anew; {@code no} counts within the draw, from 1. */
public record DrawCorrected(String drawNo, int no, String schemeNo, String planNo) implements Fact {

    @Override
    public String event() {
        return "plan.draw-corrected";
    }

    @Override
    public String key() {
        return drawNo + "@" + no;
    }

    @Override
    public String orderKey() {
        return planNo;
    }

    @Override
    public String sentence() {
        return "抽取 " + drawNo + " 第" + no + "号更正";
    }

    @Override
    public List<String> mentions() {
        return List.of(drawNo, schemeNo);
    }
}
