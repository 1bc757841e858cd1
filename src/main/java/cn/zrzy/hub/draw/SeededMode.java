package cn.zrzy.hub.draw;

/** The platform takes our seed or our list (平台采用), full proof. */
final class SeededMode implements DrawMode {

    @Override
    public String code() {
        return "S";
    }

    @Override
    public String title() {
        return "平台采用本局种子";
    }

    @Override
    public boolean provable() {
        return true;
    }

    @Override
    public void admit(DrawRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DrawOutcome hold(FrozenDraw frozen, DrawInput input, Abandonment abandonment, Signers signers) {
        throw new UnsupportedOperationException();
    }
}
