/** 冻结名单: the pool, the rules and the recipe of a draw, tried and frozen. */
package cn.zrzy.hub.ceremony.freeze;
