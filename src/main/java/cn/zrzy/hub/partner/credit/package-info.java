/** 信用信息共享平台 ({@code docs/partners/credit.md}): our facts in its words, its receipts in ours. */
package cn.zrzy.hub.partner.credit;
