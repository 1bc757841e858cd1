package cn.zrzy.hub.partner.trespassb;

/** The neighbour that {@code One} must not see. */
public class Other {}
