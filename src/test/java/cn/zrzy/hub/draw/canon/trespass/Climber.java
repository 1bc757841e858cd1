package cn.zrzy.hub.draw.canon.trespass;

/** Breaks the fences on purpose: what is written down once for all that looks up to a draw. */
class Climber {
    cn.zrzy.hub.draw.model.FrozenDraw draw;
    cn.zrzy.hub.draw.DrawLedger ledger;
}
