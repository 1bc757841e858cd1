/** 作废与更正: what two people may still change about a draw, and never its evidence. */
package cn.zrzy.hub.ceremony.amend;
