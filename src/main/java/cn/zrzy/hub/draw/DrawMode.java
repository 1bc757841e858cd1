package cn.zrzy.hub.draw;

/**
 * 抽取模式: who draws. P: the Henan platform draws, we freeze before and check after. S: the platform takes our seed or
 * list. L: drawn here.
 */
public sealed interface DrawMode permits LocalMode, SeededMode, PlatformMode {

    DrawMode LOCAL = new LocalMode();
    DrawMode SEEDED = new SeededMode();
    DrawMode PLATFORM = new PlatformMode();

    /** One letter: {@code L}, {@code S} or {@code P}. */
    String code();

    /** Chinese name for pages. */
    String title();

    /** Can the result be proved, or only checked? */
    boolean provable();

    /** Refuses a request that this mode cannot hold, before anything is frozen. */
    void admit(DrawRequest request);

    /** Holds the draw on the input that this mode lives on. */
    DrawOutcome hold(FrozenDraw frozen, DrawInput input, Abandonment abandonment, SigningRing ring);

    static DrawMode of(String code) {
        return switch (code) {
            case "L" -> LOCAL;
            case "S" -> SEEDED;
            case "P" -> PLATFORM;
            default -> throw new cn.zrzy.hub.kernel.Rejected("E-DRAW-MODE", "没有抽取模式“" + code + "”，只有 P、S、L");
        };
    }
}
