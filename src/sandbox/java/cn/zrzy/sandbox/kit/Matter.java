package cn.zrzy.sandbox.kit;

/**
 * 事: what a message is about, by the agency's own reckoning and whatever keys the sender uses. The same matter again is a
 * correction of it; counted per matter, a case that comes twice shows.
 *
 * @param id empty when the agency keeps no account of such matters
 * @param standing false when the message withdraws it
 */
public record Matter(String id, boolean standing) {

    public static final Matter NONE = new Matter("", true);
}
