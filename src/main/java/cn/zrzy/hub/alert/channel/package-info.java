/** 告警渠道: what each vendor's robot, a mail server, an SMS gateway and a webhook want to be spoken to like. */
package cn.zrzy.hub.alert.channel;
