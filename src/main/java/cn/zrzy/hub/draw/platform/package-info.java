/** 平台抽取: the platform's result, checked against the frozen rules and the law. */
package cn.zrzy.hub.draw.platform;
