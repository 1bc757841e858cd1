/** 人事系统: the nightly list of inspectors, a GB18030 file with its .ok marker. */
package cn.zrzy.hub.source.hr;
