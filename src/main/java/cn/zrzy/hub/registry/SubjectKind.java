package cn.zrzy.hub.registry;

/** 检查对象类别. The names stand in the catalog's targets, the Chinese labels on pages. */
public enum SubjectKind {
    SURVEY_UNIT("测绘资质单位"),
    MAP_UNIT("地图编制出版单位"),
    NET_MAP_UNIT("互联网地图服务单位"),
    GEOHAZARD_UNIT("地质灾害防治单位"),
    PLANNING_UNIT("城乡规划编制单位"),
    VALUATION_UNIT("土地估价机构"),
    REGISTRATION_AGENCY("不动产登记代理机构"),
    EXPLORATION_UNIT("地质勘查单位"),
    FOSSIL_UNIT("古生物化石收藏单位"),
    TOWNSHIP("乡镇政府"),
    MINING_RIGHT("采矿权"),
    EXPLORATION_RIGHT("探矿权"),
    PARCEL("宗地"),
    PROJECT("建设项目");

    private final String label;

    SubjectKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
