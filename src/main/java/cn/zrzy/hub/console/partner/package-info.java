/** 对接单位: what a partner's rest means for the clocks of the law. */
package cn.zrzy.hub.console.partner;
