/** 接口读数: what the API gives of the desk's lists, in records of its own. */
package cn.zrzy.hub.console.api;
