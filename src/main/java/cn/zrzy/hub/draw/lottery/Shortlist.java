package cn.zrzy.hub.draw.lottery;

import java.util.Arrays;

/** Candidates of one stratum: first halves of tickets and indices, in two flat arrays. */
final class Shortlist {

    private static final int SMALL = 24;

    private long[] firsts;
    private int[] indices;
    int size;

    Shortlist(int capacity) {
        firsts = new long[capacity];
        indices = new int[capacity];
    }

    void add(long first, int index) {
        if (size == firsts.length) {
            grow(size + (size >> 1) + 1);
        }
        firsts[size] = first;
        indices[size++] = index;
    }

    void addAll(Shortlist other) {
        if (size + other.size > firsts.length) {
            grow(size + other.size);
        }
        System.arraycopy(other.firsts, 0, firsts, size, other.size);
        System.arraycopy(other.indices, 0, indices, size, other.size);
        size += other.size;
    }

    private void grow(int capacity) {
        firsts = Arrays.copyOf(firsts, capacity);
        indices = Arrays.copyOf(indices, capacity);
    }

    int[] smallest(int k, Lottery lottery) {
        sort(0, size - 1, k, lottery);
        return Arrays.copyOf(indices, k);
    }

    /** Quicksort that leaves everything beyond the first k unsorted; two arrays, no boxes. */
    private void sort(int low, int high, int k, Lottery lottery) {
        int lo = low;
        int hi = high;
        while (hi - lo > SMALL && lo < k) {
            int pivot = partition(lo, hi, lottery);
            sort(lo, pivot - 1, k, lottery);
            lo = pivot + 1;
        }
        if (lo < k) {
            insertion(lo, hi, lottery);
        }
    }

    private int partition(int lo, int hi, Lottery lottery) {
        swap(lo + (hi - lo >>> 1), hi);
        int store = lo;
        for (int i = lo; i < hi; i++) {
            if (less(i, hi, lottery)) {
                swap(i, store++);
            }
        }
        swap(store, hi);
        return store;
    }

    private void insertion(int lo, int hi, Lottery lottery) {
        for (int i = lo + 1; i <= hi; i++) {
            for (int j = i; j > lo && less(j, j - 1, lottery); j--) {
                swap(j, j - 1);
            }
        }
    }

    private boolean less(int a, int b, Lottery lottery) {
        return firsts[a] != firsts[b]
                ? Long.compareUnsigned(firsts[a], firsts[b]) < 0
                : indices[a] != indices[b] && lottery.compareFully(indices[a], indices[b]) < 0;
    }

    private void swap(int a, int b) {
        long first = firsts[a];
        firsts[a] = firsts[b];
        firsts[b] = first;
        int index = indices[a];
        indices[a] = indices[b];
        indices[b] = index;
    }
}
