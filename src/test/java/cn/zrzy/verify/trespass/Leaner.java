package cn.zrzy.verify.trespass;

/** Breaks the fences on purpose: a verifier that leans on the hub. */
class Leaner {
    cn.zrzy.hub.kernel.Place hub;
}
