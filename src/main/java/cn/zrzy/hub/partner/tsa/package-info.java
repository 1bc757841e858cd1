/** 时间戳机构, RFC 3161 ({@code docs/partners/tsa.md}): asks for stamps and believes none unread. */
package cn.zrzy.hub.partner.tsa;
