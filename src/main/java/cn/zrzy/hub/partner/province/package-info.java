/** 省双随机监管平台 ({@code docs/partners/province.md}): our facts in its words, its receipts in ours. */
package cn.zrzy.hub.partner.province;
