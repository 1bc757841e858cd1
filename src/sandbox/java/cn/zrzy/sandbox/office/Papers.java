package cn.zrzy.sandbox.office;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 文书: what the office hands in. */
final class Papers {

    private Papers() {}

    static Map<String, Object> plan(int year) {
        return Map.of(
                "year",
                year,
                "name",
                "许昌市自然资源和规划局" + year + "年度双随机抽查工作计划",
                "items",
                List.of(
                        line("NRP-01", 2000, "测绘科", List.of("市市场监督管理局")),
                        line("NRP-10", 200, "矿产资源管理科", List.of()),
                        line("NRP-18", 20, "土地利用科", List.of("市住房和城乡建设局")),
                        line("NRP-20", 100, "建设工程规划科", List.of()),
                        line("NRP-12", 3000, "生态修复科", List.of()),
                        line("NRP-13", 500, "地质灾害防治科", List.of()),
                        line("NRP-04", 500, "测绘科", List.of("市文化广电和旅游局"))));
    }

    private static Map<String, Object> line(String item, int ratioBp, String lead, List<String> partners) {
        return Map.of(
                "itemCode",
                item,
                "ratioBp",
                ratioBp,
                "frequency",
                "1次/年",
                "period",
                "第四季度",
                "leadDept",
                lead,
                "partnerDepts",
                partners);
    }

    static Map<String, Object> scheme(String planNo, LocalDate today) {
        return Map.of(
                "planNo",
                planNo,
                "name",
                "第四季度测绘资质、矿山开采与供地后监管联合抽查",
                "itemSeqs",
                List.of(1, 2, 3),
                "drawOn",
                today.toString(),
                "windowFrom",
                today.toString(),
                "windowTo",
                today.plusDays(30).toString(),
                "method",
                "实地核查",
                "teamSize",
                2);
    }

    /** The n-th finding of the demo; between them they reach every addressee. */
    static Map<String, Object> finding(int n, Map<String, Object> task, LocalDate today) {
        Map<String, Object> paper = new LinkedHashMap<>(task);
        paper.put("checkDate", today.toString());
        paper.put("method", "实地检查");
        paper.put("recorder", "周敏");
        paper.put("reviewer", "何建国");
        switch (n % 4) {
            case 0 -> paper.put("resultCodes", List.of("R01"));
            case 1 -> {
                paper.put("resultCodes", List.of("R05"));
                paper.put("facts", "标识牌未按规定设置，当场责令改正");
                paper.put("measures", "责令改正通知书 许资规责改〔2026〕" + (100 + n) + "号");
                paper.put("penalty", penalty(n, today));
            }
            case 2 -> {
                paper.put("resultCodes", List.of("R08"));
                paper.put("facts", "涉嫌超越批准的矿区范围采矿，待进一步调查");
                paper.put("suspectedClause", "矿产资源法第五十六条");
                paper.put("evidence", evidence());
            }
            default -> {
                paper.put("resultCodes", List.of("R06", "R08"));
                paper.put("facts", "拒不配合检查，涉嫌非法占用农用地，数量较大");
                paper.put("suspectedClause", "刑法第三百四十二条");
                paper.put("evidence", evidence());
                paper.put(
                        "crime",
                        Map.of(
                                "charge", "非法占用农用地罪",
                                "surveyReport", "经现场勘测，占用永久基本农田约六亩。",
                                "expertOpinion", "土地破坏程度鉴定意见：种植条件严重毁坏。",
                                "approvedBy", "局长",
                                "approvedAt",
                                        OffsetDateTime.now(ZoneId.of("Asia/Shanghai"))
                                                .withNano(0)
                                                .toString()));
            }
        }
        return paper;
    }

    private static List<Map<String, Object>> evidence() {
        return List.of(
                Map.of("no", "1", "name", "现场照片", "spec", "数码照片", "quantity", "4张", "sm3", "", "storage", "执法支队证据室"));
    }

    private static Map<String, Object> penalty(int n, LocalDate today) {
        Map<String, Object> penalty = new LinkedHashMap<>();
        penalty.put("documentNo", "许资规罚决〔2026〕" + (10 + n) + "号");
        penalty.put("party", "法人及非法人组织");
        penalty.put("violation", "未按规定设置标识牌");
        penalty.put("basis", "矿产资源法第七十三条");
        penalty.put("category", "罚款");
        penalty.put("content", "罚款人民币壹万元整");
        penalty.put("fine", "1.000000");
        penalty.put("confiscated", "0.000000");
        penalty.put("decidedOn", today.toString());
        penalty.put("validUntil", today.plusYears(1).toString());
        penalty.put("publicUntil", today.plusMonths(3).toString());
        return penalty;
    }
}
