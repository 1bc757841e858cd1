package cn.zrzy.hub.console.security;

/** 角色. Administration, operation and audit are apart (三员分立): none of them includes another. */
public enum Role {
    /** 值班员: watches the night. */
    OPERATOR,
    /** 值班长: decides what was held. */
    LEAD,
    /** 抽查办: plans, draws, findings. */
    OFFICE,
    /** 审计员: reads the trail. */
    AUDITOR,
    /** 系统管理员: keeps the accounts. */
    ADMIN
}
