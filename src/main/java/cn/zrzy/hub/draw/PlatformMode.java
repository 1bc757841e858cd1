package cn.zrzy.hub.draw;

/** The Henan platform draws (平台抽取); we freeze before, import and check after. */
final class PlatformMode implements DrawMode {

    @Override
    public String code() {
        return "P";
    }

    @Override
    public String title() {
        return "平台抽取";
    }

    @Override
    public boolean provable() {
        return false;
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
