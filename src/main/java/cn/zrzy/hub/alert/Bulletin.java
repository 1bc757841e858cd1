package cn.zrzy.hub.alert;

import java.util.List;

/**
 * One message to people (告警消息): one alert, or a digest of several.
 *
 * @param id the same however often it is sent: a receiver that keeps it may tell a second copy by it
 * @param subject first line
 * @param text all of it, cut to what the channel takes; the first line is the subject
 * @param letters what it tells
 */
public record Bulletin(String id, String subject, String text, List<Letter> letters) {}
