/** 设置口令的链接: how a person sets the password that nobody else ever knew, at first or when it was forgotten. */
package cn.zrzy.hub.console.account;
