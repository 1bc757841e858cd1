package cn.zrzy.hub.draw.model;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 种子配方: which sources will make the seed, named before anyone can know them.
 *
 * @param parties commit–reveal parties such as 派驻纪检 or 企业代表; at least 3 in modes L and S
 * @param revealDeadline T2; a reveal after it counts as missing
 * @param sources public events after T2; more than are needed, since one may fail
 * @param demandDecibits public entropy demanded, in tenths of a bit: at least 640, annual draws 1280
 */
public record SeedRecipe(List<Party> parties, OffsetDateTime revealDeadline, List<Source> sources, int demandDecibits) {

    public SeedRecipe {
        parties = List.copyOf(parties);
        sources = List.copyOf(sources);
    }

    /** @param commitment hex of {@code seed.Commitment#of} over 32 random bytes that only the party knows */
    public record Party(String name, String commitment) {}

    /**
     * @param name for example {@code KL8-2026-061}, the issue and all
     * @param kind shape and entropy of the value
     * @param detail DICE: how many dice; DRAND: {@code chain hash:round}; else free text, may be ""; one event may
     *     stand once: no two sources of one kind with one detail, nor of one lottery on one day
     * @param eventTime T3, when the event happens
     */
    public record Source(String name, Kind kind, @Nullable String detail, OffsetDateTime eventTime) {}

    /** 公开事件种类. */
    public enum Kind {
        /** 快乐8. */
        KL8,
        /** 大乐透. */
        DLT,
        /** 双色球. */
        SSQ,
        /** 排列5. */
        PL5,
        /** 福彩3D. */
        FC3D,
        /** Ten-sided dice on camera before a notary. */
        DICE,
        /** drand round. */
        DRAND,
        /** Seed or list digest given by the Henan platform (mode S); counts no entropy. */
        PLATFORM
    }
}
