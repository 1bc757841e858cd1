package cn.zrzy.hub.source;

import java.util.Map;

/** The names of fields (字段名): as they stand in a header, and what the short ones of the land-use system mean. */
public final class FieldNames {

    private static final Map<String, String> CHINESE = Map.ofEntries(
            Map.entry("zddm", "宗地代码"),
            Map.entry("bdcdyh", "不动产单元号"),
            Map.entry("zl", "坐落"),
            Map.entry("zdmj", "宗地面积"),
            Map.entry("mjdw", "面积单位"),
            Map.entry("ytmc", "用途"),
            Map.entry("qlrmc", "权利人名称"),
            Map.entry("tyshxydm", "统一社会信用代码"),
            Map.entry("xzqdm", "行政区代码"),
            Map.entry("xyfl", "信用分类"),
            Map.entry("zt", "状态"),
            Map.entry("gxsj", "更新时间"),
            Map.entry("xmdm", "项目代码"),
            Map.entry("xmmc", "项目名称"),
            Map.entry("jsdw", "建设单位"),
            Map.entry("xklx", "许可类型"),
            Map.entry("xkzh", "许可证号"),
            Map.entry("ydmj", "用地面积"),
            Map.entry("fzrq", "发证日期"),
            Map.entry("dwmc", "单位名称"),
            Map.entry("zzlx", "资质类型"),
            Map.entry("zzbh", "证书编号"),
            Map.entry("yxqz", "有效期止"));

    private FieldNames() {}

    /** A column's name as a header has it, without the spaces and marks that spreadsheets put around it. */
    public static String column(String written) {
        return Words.code(written);
    }

    /** 权利人名称（qlrmc）; a field that is Chinese already stays as it is. */
    static String of(String field) {
        String chinese = CHINESE.get(field);
        return chinese == null ? field : chinese + "（" + field + "）";
    }
}
