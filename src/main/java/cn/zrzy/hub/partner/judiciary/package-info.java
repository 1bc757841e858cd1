/** 公安机关行刑衔接 ({@code docs/partners/judiciary.md}): our facts in its words, its receipts in ours. */
package cn.zrzy.hub.partner.judiciary;
