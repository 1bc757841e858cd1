package cn.zrzy.hub.draw.outcome;

import cn.zrzy.hub.draw.model.SeedRecipe;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * 种子揭示: everything that became known at T2 and T3. What is not listed counts as missing and is named in public.
 *
 * @param secret 64 hex: the sealed secret S of an unannounced draw; "" for an announced one
 * @param at when the draw is held; not before any event
 */
public record RevealedSeed(List<Reveal> reveals, List<Observation> observations, String secret, OffsetDateTime at)
        implements DrawInput {

    public RevealedSeed {
        reveals = List.copyOf(reveals);
        observations = List.copyOf(observations);
    }

    /**
     * 录入人与见证人: who typed a value in, and who else saw that it was the right one.
     *
     * @param typist both "" where no person has a part in it (the platform's seed)
     */
    public record Hands(String typist, String witness) {

        public static final Hands NONE = new Hands("", "");
    }

    /**
     * @param value 64 hex
     * @param evidence 64 hex digest of the paper or video, or ""
     */
    public record Reveal(String party, String value, OffsetDateTime at, String evidence, Hands hands) {

        public Reveal(String party, String value, OffsetDateTime at, String evidence) {
            this(party, value, at, evidence, Hands.NONE);
        }
    }

    /**
     * @param source name of a {@link SeedRecipe.Source}
     * @param value as docs/draw/bundle-format.md §6 writes it, for example {@code 01.05.…}
     * @param origin where it was read: site, issue, 公证书编号
     */
    public record Observation(
            String source, String value, OffsetDateTime at, String evidence, String origin, Hands hands) {

        public Observation(String source, String value, OffsetDateTime at, String evidence, String origin) {
            this(source, value, at, evidence, origin, Hands.NONE);
        }
    }
}
