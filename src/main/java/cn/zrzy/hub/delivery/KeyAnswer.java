package cn.zrzy.hub.delivery;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * One page of what a partner holds (对键所答).
 *
 * @param page of {@code pages}, both from 1; an empty list is one page
 */
public record KeyAnswer(String questionNo, int page, int pages, List<Held> keys) {

    /**
     * @param kind the partner's word for what it is
     * @param digest SM3 of the bytes that it received
     */
    public record Held(String key, String kind, OffsetDateTime receivedAt, String digest) {}
}
