/** 命令行 hubctl: a program of its own that knows nothing of the hub but its REST operations. */
package cn.zrzy.hubctl;
