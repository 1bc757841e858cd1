/** 证据: every file of the evidence, written and read back, signed, and bound into the bundle (docs/draw/bundle-format.md). */
package cn.zrzy.hub.draw.paper;
