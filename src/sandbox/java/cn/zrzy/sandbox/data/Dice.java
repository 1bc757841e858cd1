package cn.zrzy.sandbox.data;

/** 定种骰子: the same seed and place give the same throws for ever, so that every run sees the same city. */
public final class Dice {

    private static final long SEED = 0x5855434841_4E47L;
    private long state;

    public Dice(String place, long index, long version) {
        state = hash(place, index, version);
    }

    public static long hash(String place, long index, long version) {
        return mix(mix(mix(SEED + place.hashCode()) + index) + version);
    }

    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    public int below(int bound) {
        state = mix(state);
        return (int) Long.remainderUnsigned(state, bound);
    }

    /** True in the given number of cases out of a hundred. */
    public boolean percent(int cases) {
        return below(100) < cases;
    }

    public <T> T pick(T[] from) {
        return from[below(from.length)];
    }
}
