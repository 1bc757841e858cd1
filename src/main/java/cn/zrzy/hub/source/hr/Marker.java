package cn.zrzy.hub.source.hr;

/** .ok 标记: what HR says the file holds. */
record Marker(String file, long rows, String sm3) {}
