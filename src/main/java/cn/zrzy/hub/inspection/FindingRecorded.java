package cn.zrzy.hub.inspection;

import cn.zrzy.hub.kernel.Fact;

/** 检查结果已录入并审核. */
public record FindingRecorded(String findingNo, String schemeNo, String planNo, int version) implements Fact {

    @Override
    public String event() {
        return "inspection.finding-recorded";
    }

    @Override
    public String key() {
        return findingNo + "@" + version;
    }

    @Override
    public String orderKey() {
        return planNo;
    }

    @Override
    public String sentence() {
        return "检查结果 " + findingNo + " 第" + version + "版已录入";
    }
}
