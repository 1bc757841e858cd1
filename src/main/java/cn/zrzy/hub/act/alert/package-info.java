/** 告警处置: what may be done about an alert and about the channels. */
package cn.zrzy.hub.act.alert;
