package cn.zrzy.hub.act;

/** 办理结果: what became of the thing, in the words of the trail. */
public record Done(String act, String of, String before, String after) {}
