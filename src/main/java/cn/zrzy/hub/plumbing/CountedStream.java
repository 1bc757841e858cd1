package cn.zrzy.hub.plumbing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what comes from outside while it is read, byte by byte or in blocks (计量). */
abstract class CountedStream extends FilterInputStream {

    private long all;

    CountedStream(InputStream in) {
        super(in);
    }

    /**
     * Another block has come.
     *
     * @param all bytes since the beginning
     * @throws IOException when that is more than may come
     */
    abstract void counted(long all) throws IOException;

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int n = read(one, 0, 1);
        return n < 0 ? n : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = in.read(buffer, offset, length);
        all += Math.max(n, 0);
        counted(all);
        return n;
    }
}
