package cn.zrzy.sandbox.robots;

import cn.zrzy.sandbox.kit.Call;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** 机器人: what one vendor checks and how it answers. */
interface Robot {

    /** Most messages in any sixty seconds; what comes beyond is refused. */
    int aMinute();

    /** @return the text that people get to read; a refusal in the vendor's words is thrown as {@link NotTaken} */
    String take(Call call, byte[] body) throws NotTaken;

    ObjectNode taken();

    /** In the vendor's words: too many. */
    ObjectNode tooMany();

    /** Refused, with the answer that says so. */
    final class NotTaken extends Exception {

        private static final long serialVersionUID = 1;

        private final transient ObjectNode answer;
        private final int status;

        NotTaken(int status, ObjectNode answer) {
            super(answer.toString());
            this.status = status;
            this.answer = answer;
        }

        ObjectNode answer() {
            return answer;
        }

        int status() {
            return status;
        }
    }
}
