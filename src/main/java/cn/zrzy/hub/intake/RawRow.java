package cn.zrzy.hub.intake;

/**
 * One framed row (原始行): its bytes as they came, without the line end.
 *
 * @param line number of its first physical line, from 1
 * @param number running number of the row, header included, from 1
 * @param fault E-ROW-LONG or E-ROW-QUOTE when it could not be framed; empty otherwise
 */
public record RawRow(long line, long number, byte[] bytes, String fault) {}
