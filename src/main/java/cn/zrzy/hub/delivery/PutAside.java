package cn.zrzy.hub.delivery;

/**
 * Something that came in and cannot be worked on (另放的来件): of a kind or size that is not read at all, or tried so often
 * that trying again mends nothing. The original stays where a person can look at it; the rest goes on.
 */
public class PutAside extends RuntimeException {

    public PutAside(String message, Throwable cause) {
        super(message, cause, false, false);
    }
}
