package cn.zrzy.hub.delivery;

import java.time.OffsetDateTime;

/**
 * "Which keys of mine do you hold?" to one partner (对键所问).
 *
 * @param questionNo random number of this question; an answer by another way names it
 * @param since keys that were received from this moment on
 * @param page first page that is still missing, from 1
 */
public record KeyQuestion(String partner, String questionNo, OffsetDateTime since, int page) {}
