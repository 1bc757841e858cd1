package cn.zrzy.hub.ceremony.hall;

import cn.zrzy.hub.ceremony.record.Signings;
import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.draw.outcome.Abandonment;
import cn.zrzy.hub.plan.Scheme;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Predicate;

/**
 * 抽取现场 of one draw number, from the call for commitments to the signed form; made to be looked at by everyone in the
 * room. Persons stand in it by family name, and while an unannounced draw is closed nobody who was drawn or sent stands in
 * it at all, so that no screen can let a name slip.
 *
 * @param openAt when an unannounced draw opens; null when announced
 * @param pool null until the pool is frozen
 * @param waiting null unless the draw is still to be held here
 * @param result null until the draw was held; without lines while closed
 * @param voided null unless the draw was voided
 * @param signing null until the form was signed
 */
public record DrawScene(
        String drawNo,
        Scheme scheme,
        State state,
        OffsetDateTime openAt,
        Pool pool,
        Seed seed,
        Waiting waiting,
        Result result,
        Abandonment voided,
        Signings.Signing signing) {

    /**
     * CALLED 征集承诺, FROZEN 名单已冻结, WAITING 等待公开随机数 (reveals are closed), READY 可以抽取, DEAD 不能抽取 (waits to be voided), DRAWN 已抽取,
     * SEALED 已抽取而未公开, VOID 已作废. The one vocabulary of hall, lists and public pages.
     */
    public enum State {
        CALLED,
        FROZEN,
        WAITING,
        READY,
        DEAD,
        DRAWN,
        SEALED,
        VOID
    }

    /** What is to be done next (下一步); everything but PLATFORM, STAMP, EVENT and NOTHING by a person. */
    public enum Next {
        COMMIT,
        SEAL,
        FREEZE,
        STAMP,
        REVEAL,
        EVENT,
        OBSERVE,
        SHARE,
        START,
        PLATFORM,
        ABANDON
    }

    /**
     * @param recusals 回避 pairs known at the freeze
     * @param places subjects to be drawn
     * @param leastBp smallest and {@code mostBp} largest ratio of a stratum, in basis points
     * @param stampAuthority "" when the draw goes without stamps
     * @param stampedAt null until the manifest bears its stamp
     */
    public record Pool(
            int subjects,
            int inspectors,
            int recusals,
            int places,
            int leastBp,
            int mostBp,
            OffsetDateTime frozenAt,
            String stampAuthority,
            OffsetDateTime stampedAt,
            List<Fingerprint> fingerprints) {

        /** 指纹已公布: on the public pages from the freeze on; where a stamp is promised, with the stamp. */
        public boolean published() {
            return stampAuthority.isEmpty() || stampedAt != null;
        }
    }

    /** @param name {@code manifest}, or the pool whose root it is: {@code objects}, {@code inspectors} */
    public record Fingerprint(String name, String sm3, String sha256) {}

    /**
     * @param deadline T2; null before the freeze and where the platform draws
     * @param keepers who holds the shares of the sealed secret; empty when announced
     * @param sealed the secret's digest is here
     * @param shares handed in so far, of the two that are needed
     * @param opened the keepers have opened the secret to the hub
     */
    public record Seed(
            OffsetDateTime deadline,
            List<Party> parties,
            List<Event> events,
            List<String> keepers,
            boolean sealed,
            int shares,
            boolean opened) {

        public long committed() {
            return parties.stream().filter(Party::committed).count();
        }

        /** Who is still to commit. */
        public List<String> openCommitments() {
            return names(party -> !party.committed());
        }

        /** Who may still reveal. */
        public List<String> openReveals() {
            return names(party -> party.revealedAt() == null && !party.late());
        }

        /** Events that a person may still enter; the platform's seed comes by itself. */
        public List<String> openEvents() {
            return events.stream()
                    .filter(event -> event.at() == null && event.kind() != SeedRecipe.Kind.PLATFORM)
                    .map(Event::name)
                    .toList();
        }

        private List<String> names(Predicate<Party> wanted) {
            return parties.stream().filter(wanted).map(Party::name).toList();
        }

        public long revealed() {
            return parties.stream().filter(party -> party.revealedAt() != null).count();
        }
    }

    /**
     * Only whether and when: what was revealed is for the bundle.
     *
     * @param revealedAt null until then
     * @param late did not reveal in time and counts as missing
     */
    public record Party(String name, boolean committed, OffsetDateTime revealedAt, boolean late) {}

    /**
     * @param value as entered, to be read aloud; "" until then, and of the platform's seed until the draw
     * @param late was missing at the draw
     */
    public record Event(
            String name,
            SeedRecipe.Kind kind,
            OffsetDateTime time,
            String value,
            OffsetDateTime at,
            String origin,
            boolean late) {}

    /**
     * @param why sentence of the rule that still stands before the draw; "" with START
     * @param until when this step ends or must be done; null when no hour is set
     */
    public record Waiting(Next next, String why, OffsetDateTime until) {

        public boolean ready() {
            return next == Next.START;
        }
    }

    /**
     * @param shadow 试算: computed for a voided draw, not to be carried out
     * @param missing parties and sources that did not come, by name
     * @param deferred subjects for which nobody was free; 0 while closed
     * @param lines as it stands after all corrections
     */
    public record Result(
            OffsetDateTime at,
            boolean shadow,
            String seed,
            List<String> missing,
            int picked,
            int deferred,
            List<Line> lines) {}

    /**
     * @param subject 公示用名
     * @param team family names, the leader first
     * @param change MOVED_UP 候补递补, RESEATED 回避后重配, or ""
     */
    public record Line(int no, String subject, String items, List<String> team, String change) {}
}
