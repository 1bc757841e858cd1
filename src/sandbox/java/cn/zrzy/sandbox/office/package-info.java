/** 抽查办、承诺方与值班员 of the demo: people outside the hub who use nothing but its public API. */
package cn.zrzy.sandbox.office;
