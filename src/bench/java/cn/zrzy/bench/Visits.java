package cn.zrzy.bench;

import java.util.List;

/** Visits of one plan, none of them reported yet, each with its team of two. */
record Visits(String planNo, List<String> taskNos, List<String> team) {}
