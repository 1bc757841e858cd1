/** How requests are signed (签名): one scheme a class, chosen per agency by wiring, secrets by reference. */
package cn.zrzy.hub.partner.signing;
