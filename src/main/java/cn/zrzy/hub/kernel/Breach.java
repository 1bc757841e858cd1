package cn.zrzy.hub.kernel;

/**
 * One place where a book contradicts itself (账目不符).
 *
 * @param invariant its short name: I1, I3, I5, I7
 * @param object number of the dispatch or run in which it shows
 * @param detail Chinese sentence
 */
public record Breach(String invariant, String object, String detail) {}
