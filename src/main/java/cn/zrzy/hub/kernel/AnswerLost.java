package cn.zrzy.hub.kernel;

/** The request went out, the answer did not come back or cannot be understood (结果未知): ask, never resend blindly. */
public class AnswerLost extends RuntimeException {

    public AnswerLost(String message) {
        super(message);
    }

    public AnswerLost(String message, Throwable cause) {
        super(message, cause);
    }
}
