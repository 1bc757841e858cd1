package cn.zrzy.hub.console;

import org.springframework.stereotype.Component;

/** The vocabularies for templates, which hand over a state, or a sign that was made of one. */
@Component("signs")
class Signs {

    public Sign of(Object state) {
        return state instanceof Sign made ? made : Sign.of((Enum<?>) state);
    }
}
