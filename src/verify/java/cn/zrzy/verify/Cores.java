package cn.zrzy.verify;

import java.util.stream.IntStream;

/** Work on many lines, shared among the processor's cores; on few it would cost more than it saves. */
final class Cores {

    private static final int MANY = 2000;

    private Cores() {}

    /** 0 … n − 1; collectors keep the order. */
    static IntStream range(int n) {
        IntStream all = IntStream.range(0, n);
        return n < MANY ? all : all.parallel();
    }
}
