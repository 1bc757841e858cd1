/** 门卫: what stands in the web server before any filter: how much, how long, how many at once, and who a proxy speaks for. */
package cn.zrzy.hub.plumbing.gate;
