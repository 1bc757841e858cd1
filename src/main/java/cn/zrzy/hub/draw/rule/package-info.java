/** 搭配规则: who may inspect whom, one constant a rule. */
package cn.zrzy.hub.draw.rule;
