package cn.zrzy.hub.ceremony;

import cn.zrzy.hub.kernel.Fact;

/**
 * 平台结果有疑: the platform's result breaks rules that were frozen before it.
 *
 * @param findings how many rules, in words that the check holds
 * @param withheld how many visits get no task because of it
 */
public record DrawQuestioned(String drawNo, String schemeNo, String planNo, int findings, int withheld)
        implements Fact {

    @Override
    public String event() {
        return "plan.draw-questioned";
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
        return "省平台抽取 " + drawNo + " 与冻结规则不符 " + findings + " 处，" + withheld + " 户暂不下达任务";
    }
}
