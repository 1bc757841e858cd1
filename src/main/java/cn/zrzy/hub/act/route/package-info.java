/** 路由处置: what may be done about a night job or a route that receives. */
package cn.zrzy.hub.act.route;
