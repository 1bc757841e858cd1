package cn.zrzy.hub.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Cuts a CSV stream into rows by its bytes (分帧), before any decoding, so that one broken character breaks one row. Quote,
 * comma, CR and LF never occur inside a character of UTF-8 or GB18030. A quoted field may hold line ends; a quote that is
 * never closed costs its own line only: the lines after it are framed again.
 */
public final class RowFraming implements Iterator<RawRow> {

    private static final int MOST_LINES = 50;

    private final InputStream in;
    private final int longest;
    private final ArrayDeque<byte[]> pushedBack = new ArrayDeque<>();
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
        while (first != null && first.length == 0) { // blank lines are no rows
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
            return new RawRow(start, number, first, "");
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
                return new RawRow(start, number, whole.toByteArray(), "");
            }
        }
        while (!taken.isEmpty()) {
            pushedBack.addFirst(taken.removeLast());
        }
        return new RawRow(start, number, first, "E-ROW-QUOTE");
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
        int b = in.read();
        if (b < 0) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        while (b >= 0 && b != '\n') {
            if (bytes.size() < longest) {
                bytes.write(b);
            } else {
                tooLong = true;
            }
            b = in.read();
        }
        byte[] read = bytes.toByteArray();
        int end = read.length > 0 && read[read.length - 1] == '\r' ? read.length - 1 : read.length;
        return end == read.length ? read : java.util.Arrays.copyOf(read, end);
    }
}
