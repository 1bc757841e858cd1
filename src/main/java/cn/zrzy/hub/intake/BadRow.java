package cn.zrzy.hub.intake;

import cn.zrzy.hub.kernel.Place;

/**
 * A row that cannot be taken (坏行).
 *
 * @param place source name, line, column and field
 * @param rule stable code, {@code E-USCC}
 * @param message Chinese sentence without personal data
 * @param value the refused value, short and masked where it is personal; empty when no single one is meant
 * @param key natural key where it can be read, so that the same row is known again although another field of it changed;
 *     empty otherwise, then the bytes are the key
 */
public record BadRow(Place place, String rule, String message, String value, byte[] original, String key) {}
