package cn.zrzy.hub.partner.trespassa;

/** Breaks the fences on purpose: looks at its neighbour. */
public class One {
    cn.zrzy.hub.partner.trespassb.Other neighbour;
}
