/** 审计页面: the trail for auditors, and what was sent to whom. */
package cn.zrzy.hub.console.audit;
