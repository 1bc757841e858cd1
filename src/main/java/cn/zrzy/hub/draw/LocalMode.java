package cn.zrzy.hub.draw;

/** Drawn here (本地抽取), full proof. */
final class LocalMode implements ModeRules {

    @Override
    public void admit(DrawRequest request) {
        SeedRules.admit(request);
    }

    @Override
    public DrawOutcome hold(FrozenDraw frozen, DrawInput input, Abandonment abandonment, SigningRing ring) {
        return SeededDraw.hold(frozen, input, abandonment, ring);
    }
}
