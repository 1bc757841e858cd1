package cn.zrzy.hub.draw.mode;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.Refusal;
import cn.zrzy.hub.draw.lottery.PickDraw;
import cn.zrzy.hub.draw.match.TeamDraw;
import cn.zrzy.hub.draw.model.DrawRules;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.outcome.Abandonment;
import cn.zrzy.hub.draw.outcome.DrawInput;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.Pick;
import cn.zrzy.hub.draw.outcome.RevealedSeed;
import cn.zrzy.hub.draw.paper.ResultPaper;
import cn.zrzy.hub.draw.paper.SigningRing;
import cn.zrzy.hub.draw.seed.SeedPaper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The draw of modes L and S: seed, tickets, teams, evidence. */
final class SeededDraw {

    private SeededDraw() {}

    static DrawOutcome hold(FrozenDraw frozen, DrawInput input, Abandonment abandonment, SigningRing ring) {
        if (!(input instanceof RevealedSeed revealed)) {
            throw Refusal.of("E-DRAW-INPUT", "本模式需要种子，不接收平台结果");
        }
        SeedPaper seed = new SeedPaper(frozen, revealed);
        DrawRules rules = frozen.request().rules();
        Map<String, Integer> quota = new HashMap<>();
        frozen.strata().forEach(s -> quota.put(s.code(), s.quota()));
        List<Pick> picks = new ArrayList<>();
        List<Pick> reserves = new ArrayList<>();
        List<Pick> drawn = PickDraw.draw(frozen, seed.used());
        for (Pick pick : drawn) {
            (pick.rank() <= quota.get(pick.stratum()) ? picks : reserves).add(pick);
        }
        TeamDraw.Teams teams = new TeamDraw(frozen, picks, seed.used()).run();
        byte[] salt = ResultPaper.salt(rules.hash(), seed.used());
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("seed.json", seed.file());
        files.put("result.objects.csv", ResultPaper.picks(picks));
        files.put("reserve.csv", ResultPaper.picks(reserves));
        files.put("result.teams.csv", ResultPaper.seats(teams.seats()));
        files.put("eligibility.bin", ResultPaper.eligibility(salt, teams.subjects(), teams.eligible()));
        files.put("prices.bin", ResultPaper.prices(salt, teams.problem(), teams.prices()));
        files.put("recusal.opened.jsonl", ResultPaper.recusals(frozen, drawn));
        String hex = Bytes.hex(seed.seed());
        ResultPaper.close(files, frozen, revealed.at(), abandonment, hex, teams, ring.of(frozen.keys()));
        return new DrawOutcome(
                frozen.drawNo(),
                revealed.at(),
                abandonment != null,
                hex,
                seed.missing(),
                List.copyOf(picks),
                List.copyOf(reserves),
                List.copyOf(teams.seats()),
                teams.deferred(),
                teams.ladder(),
                teams.shortfalls(),
                List.of(),
                files);
    }
}
