package cn.zrzy.hub.ceremony.hall;

import cn.zrzy.hub.draw.model.FrozenDraw;

/** What a draw that was frozen and not held waits for (抽取阶段), by the rules of the draw itself. */
public interface DrawPhases {

    /** FROZEN, WAITING, READY, or DEAD when it never can be held. Outside a transaction, which a refusal would spoil. */
    DrawScene.State unheld(FrozenDraw frozen);
}
