/** 沙箱: seven simulated agencies, programs of their own that share no class with the hub. */
package cn.zrzy.sandbox;
