package cn.zrzy.hub.delivery;

import java.time.OffsetDateTime;

/**
 * What one addressee has not taken for one cause (报送受阻): it will be tried again by itself, but somebody should know.
 *
 * @param causeCode of the last failure; {@link #NOT_TAKEN} when nothing was tried although it was due
 * @param cause its sentence
 * @param count dispatches that fail so; those that wait behind them are not counted
 * @param since when the first of them began to fail
 */
public record Standstill(String partner, String causeCode, String cause, long count, OffsetDateTime since) {

    /** Due, and nobody took it up: the fault is on our side. */
    public static final String NOT_TAKEN = "E-NOT-TAKEN";
}
