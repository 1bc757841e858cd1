/** 沙箱: eight simulated agencies, programs of their own that share no class with the hub. */
package cn.zrzy.sandbox;
