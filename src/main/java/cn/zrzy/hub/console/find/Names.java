package cn.zrzy.hub.console.find;

import cn.zrzy.hub.kernel.Masking;
import cn.zrzy.hub.registry.Subject;
import org.springframework.stereotype.Component;

/** 名称: of objects and their holders as a page may show them. */
@Component("names")
class Names {

    public String subject(Subject subject) {
        return Masking.party(subject.code(), subject.name());
    }

    public String holder(Subject subject) {
        return Masking.party(subject.holderName());
    }
}
