package cn.zrzy.hub.draw;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.lottery.PairMill;
import cn.zrzy.hub.draw.lottery.TicketMill;
import cn.zrzy.hub.draw.seed.SeedRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Seeds, tickets and first pair tickets of random inputs, as the hub computes them: S12. */
public final class RandomVectors {

    private static final String ID = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ:._-";

    /**
     * @param hash SM3 or SHA-256
     * @param parts all that goes into the seed, in order, "SSJ/seed/v1" first
     * @param answer seed, ticket and u_1 in hex, with spaces between
     */
    public record Vector(String hash, List<String> parts, String subject, String inspector, String answer) {}

    private RandomVectors() {}

    public static Vector of(int number) {
        Random random = new Random(number);
        DrawHash hash = DrawHash.values()[number % 2];
        List<String> parts = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            parts.add("源" + text(random, 40) + ":" + text(random, 1 + random.nextInt(80)));
        }
        String campaign = "XC-2026-" + text(random, random.nextInt(20));
        String subject = text(random, 1 + random.nextInt(64));
        String inspector = (random.nextBoolean() ? "豫" : "") + text(random, 1 + random.nextInt(61));
        byte[] seed = SeedRules.seed(hash, campaign, parts);
        byte[] ticket = new TicketMill(hash, seed).ticket(subject);
        byte[] id = Bytes.utf8(subject);
        long first = new TicketMill(hash, seed).first(id, 0, id.length);
        if (first != Long.parseUnsignedLong(Bytes.hex(ticket).substring(0, 16), 16)) {
            throw new IllegalStateException("the fast first half is not the ticket's: " + subject);
        }
        long cost = new PairMill(hash, seed).subject(subject).cost(Bytes.utf8(inspector), 1);
        parts.add(0, campaign);
        parts.add(0, "SSJ/seed/v1");
        String answer = "%s %s %010x".formatted(Bytes.hex(seed), Bytes.hex(ticket), cost);
        return new Vector(hash.label(), parts, subject, inspector, answer);
    }

    private static String text(Random random, int length) {
        StringBuilder out = new StringBuilder();
        random.ints(length, 0, ID.length()).forEach(i -> out.append(ID.charAt(i)));
        return out.toString();
    }
}
