package cn.zrzy.hub.partner.judiciary;

import cn.zrzy.hub.delivery.KeyAnswer;
import cn.zrzy.hub.delivery.KeyQuestion;
import cn.zrzy.hub.partner.KeyPages;
import org.springframework.stereotype.Component;

/** 公安机关收过哪些件 (对键): asked by a file in its inbox, answered among its slips. */
@Component("judiciaryKeys")
class JudiciaryKeys {

    String document(KeyQuestion question) {
        return KeyPages.document(question);
    }

    /** The same for every try, so that a question put again takes the place of the first. */
    String fileName(KeyQuestion question) {
        return question.questionNo() + ".keys.ask.json";
    }

    boolean isAnswer(String text) {
        return KeyPages.isAnswer(text);
    }

    KeyAnswer read(String text) {
        return KeyPages.document("公安机关", text);
    }
}
