/** 身份与权限: accounts, the three doors (pages, API, management port) and the guard on every action. */
package cn.zrzy.hub.console.security;
