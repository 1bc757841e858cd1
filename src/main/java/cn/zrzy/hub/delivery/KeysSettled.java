package cn.zrzy.hub.delivery;

import cn.zrzy.hub.kernel.Fact;

/** 对键处理: a person has declared a restore, gone on without an answer, or taken note of what the world holds. */
public record KeysSettled(String partner, String sentence) implements Fact {

    @Override
    public String event() {
        return "delivery.keys-settled";
    }

    @Override
    public String key() {
        return partner;
    }

    @Override
    public String orderKey() {
        return partner;
    }
}
