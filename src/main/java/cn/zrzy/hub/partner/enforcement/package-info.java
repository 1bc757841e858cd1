/** 综合行政执法支队 ({@code docs/partners/enforcement.md}): our facts in its words, its receipts in ours. */
package cn.zrzy.hub.partner.enforcement;
