package cn.zrzy.hub.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Cuts a CSV stream into rows by its bytes (分帧), before any decoding, so that one broken character breaks one row. Quote,
 * comma, CR and LF never occur inside a character of UTF-8 or GB18030. A quoted field may hold line ends; a quote that is
 * never closed costs its own line only: the lines after it are framed again.
 */
public final class RowFraming implements Iterator<RawRow> {

    private static final int MOST_LINES = 50;
    private static final int END = Integer.MIN_VALUE; // no byte has this value, signed or not

    private final InputStream in;
    private final int longest;
    private final ArrayDeque<byte[]> pushedBack = new ArrayDeque<>();
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;
    private long line;
    private long number;
    private boolean tooLong;
    private RawRow next;

    /** @param longest bytes that one row may have; what exceeds them is dropped from memory, never gathered */
    public RowFraming(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = frame();
        }
        return next != null;
    }

    @Override
    public RawRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        RawRow row = next;
        next = null;
        return row;
    }

    private RawRow frame() {
        byte[] first = physical();
        while (first != null && withoutReturn(first).length == 0) { // blank lines are no rows
            line++;
            first = physical();
        }
        if (first == null) {
            return null;
        }
        long start = ++line;
        number++;
        if (tooLong) {
            return new RawRow(start, number, first, "E-ROW-LONG");
        }
        if (!CsvCells.endsInQuotes(first)) {
            return new RawRow(start, number, withoutReturn(first), "");
        }
        return joined(first, start);
    }

    /** Joins physical lines until the quote closes; gives the later lines back when it does not. */
    private RawRow joined(byte[] first, long start) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(first);
        ArrayDeque<byte[]> taken = new ArrayDeque<>();
        while (taken.size() < MOST_LINES) {
            byte[] more = physical();
            if (more == null) {
                break;
            }
            taken.add(more);
            if (tooLong || whole.size() + more.length + 1 > longest) {
                break;
            }
            whole.write('\n');
            whole.writeBytes(more);
            if (!CsvCells.endsInQuotes(whole.toByteArray())) {
                line += taken.size();
                return new RawRow(start, number, withoutReturn(whole.toByteArray()), "");
            }
        }
        while (!taken.isEmpty()) {
            pushedBack.addFirst(taken.removeLast());
        }
        return new RawRow(start, number, withoutReturn(first), "E-ROW-QUOTE");
    }

    private byte[] physical() {
        tooLong = false;
        if (!pushedBack.isEmpty()) {
            byte[] back = pushedBack.removeFirst();
            tooLong = back.length >= longest;
            return back;
        }
        try {
            return read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] read() throws IOException {
        int b = nextByte();
        if (b == END) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        int size = 0;
        while (b != END && b != '\n') {
            if (size < longest) {
                bytes.write(b);
                size++;
            } else {
                tooLong = true;
            }
            b = nextByte();
        }
        return bytes.toByteArray();
    }

    private int nextByte() throws IOException {
        if (at == filled) {
            filled = in.read(buffer);
            at = 0;
            if (filled <= 0) {
                filled = 0;
                return END;
            }
        }
        return buffer[at++];
    }

    /** The CR of CRLF ends the row; one inside a quoted cell stays, the row's bytes are as they came. */
    private static byte[] withoutReturn(byte[] row) {
        return row.length > 0 && row[row.length - 1] == '\r' ? Arrays.copyOf(row, row.length - 1) : row;
    }
}
