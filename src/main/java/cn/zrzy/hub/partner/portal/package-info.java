/** 局门户网站 ({@code docs/partners/portal.md}): our facts in its words, its receipts in ours. */
package cn.zrzy.hub.partner.portal;
