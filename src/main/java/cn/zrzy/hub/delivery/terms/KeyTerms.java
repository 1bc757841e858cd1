package cn.zrzy.hub.delivery.terms;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The terms of asking partners which keys they hold (对键规则), block {@code delivery.keys} of config/queues.yaml.
 *
 * @param partners those whose contract has the question
 * @param gap longest time without a hub after which a start counts as an ordinary restart; after a longer one the ledger
 *     may have been put back, and nobody can tell from the inside
 * @param patience how long sending waits for an answer after an ordinary restart
 * @param back how far before the last sign of life the question reaches; covers clocks that differ
 * @param firstWait wait after a failed question; doubles with each further one, up to {@code cap}
 * @param answerWithin wait before an unanswered question by message or file is put again; doubles likewise, up to 6 h
 */
@ConfigurationProperties("delivery.keys")
public record KeyTerms(
        @DefaultValue List<String> partners,
        @DefaultValue("2m") Duration gap,
        @DefaultValue("60s") Duration patience,
        @DefaultValue("1d") Duration back,
        @DefaultValue("5s") Duration firstWait,
        @DefaultValue("5m") Duration cap,
        @DefaultValue("10m") Duration answerWithin) {

    private static final Duration LONGEST = Duration.ofHours(6);

    /** @param silence time since the last sign of life; null when there is none */
    public boolean mustAnswer(Duration silence) {
        return silence == null || silence.isNegative() || silence.compareTo(gap) > 0;
    }

    /** @param asks questions put so far, this one counted */
    public Duration afterFailure(int asks) {
        return doubled(firstWait, asks, cap);
    }

    public Duration afterQuestion(int asks) {
        return doubled(answerWithin, asks, LONGEST);
    }

    private static Duration doubled(Duration first, int asks, Duration most) {
        Duration wait = first.multipliedBy(1L << Math.min(Math.max(asks - 1, 0), 16));
        return wait.compareTo(most) > 0 ? most : wait;
    }
}
