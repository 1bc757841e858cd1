/** 暂停 of routes that receive, carried out on the running routes. */
package cn.zrzy.hub.plumbing.pause;
