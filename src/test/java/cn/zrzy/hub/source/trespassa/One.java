package cn.zrzy.hub.source.trespassa;

/** Breaks the fences on purpose: looks at its neighbour. */
public class One {
    cn.zrzy.hub.source.trespassb.Other neighbour;
}
