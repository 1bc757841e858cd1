package cn.zrzy.hub.partner.enforcement;

import cn.zrzy.hub.delivery.KeyAnswer;
import cn.zrzy.hub.delivery.KeyQuestion;
import cn.zrzy.hub.partner.KeyPages;
import org.springframework.stereotype.Component;

/** 执法支队收过哪些件 (对键): asked by a message on its inbox, answered among its replies. */
@Component("enforcementKeys")
class EnforcementKeys {

    String document(KeyQuestion question) {
        return KeyPages.document(question);
    }

    boolean isAnswer(String text) {
        return KeyPages.isAnswer(text);
    }

    KeyAnswer read(String text) {
        return KeyPages.document("执法支队", text);
    }
}
