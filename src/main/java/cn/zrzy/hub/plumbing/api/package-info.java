/** 接口: what stands between the API's callers and the routes: who calls, what may come in, what may leave, what is recorded. */
package cn.zrzy.hub.plumbing.api;
