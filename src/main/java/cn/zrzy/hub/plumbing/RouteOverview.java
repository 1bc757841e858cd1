package cn.zrzy.hub.plumbing;

import java.util.List;

/** The routes as they run now (路由总览). */
public interface RouteOverview {

    List<RouteView> routes();
}
