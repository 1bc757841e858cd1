/** 个人令牌: how a person's account acts over the API and the command line, and what it may do at most. */
package cn.zrzy.hub.console.token;
