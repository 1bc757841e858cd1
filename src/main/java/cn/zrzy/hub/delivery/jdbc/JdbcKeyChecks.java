package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.KeyAnswer;
import cn.zrzy.hub.delivery.KeyCheck;
import cn.zrzy.hub.delivery.KeyChecks;
import cn.zrzy.hub.delivery.KeyQuestion;
import cn.zrzy.hub.delivery.UnknownKey;
import cn.zrzy.hub.delivery.terms.Failure;
import cn.zrzy.hub.delivery.terms.KeyTerms;
import cn.zrzy.hub.kernel.RandomCode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** 对键 in {@code delivery.key_check}; times are the database's, as for leases. */
@Repository("keyChecks")
class JdbcKeyChecks implements KeyChecks {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcKeyChecks.class);
    private static final OffsetDateTime EVER = OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    /** A question that nobody answered is put again with all that it was to cover, and is waited for as before. */
    private static final String OPEN = """
            insert into delivery.key_check as c (partner, question_no, since, must_answer, patience_ends, next_at)
            values (:partner, :no, :since, :must, clock_timestamp() + :patience * interval '1 millisecond', clock_timestamp())
            on conflict (partner) do update set
                question_no = excluded.question_no, asked_since = clock_timestamp(), asks = 0, cause = '',
                since = case when c.answered_at is null then least(c.since, excluded.since) else excluded.since end,
                must_answer = excluded.must_answer or (c.must_answer and c.answered_at is null and c.waived_at is null),
                patience_ends = excluded.patience_ends, next_at = excluded.next_at,
                answered_at = null, waived_at = null, waived_by = '', waive_reason = ''""";

    private final JdbcClient jdbc;
    private final KeyTerms terms;
    private final TheirKeys theirs;
    private final TransactionTemplate transaction;

    JdbcKeyChecks(JdbcClient jdbc, KeyTerms terms, TheirKeys theirs, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.theirs = theirs;
        this.transaction = transaction;
    }

    private record Pulse(OffsetDateTime at, long millis) {

        Duration silence() {
            return Duration.ofMillis(millis);
        }
    }

    @Override
    public void open() {
        transaction.executeWithoutResult(tx -> {
            Optional<Pulse> pulse = jdbc.sql("""
                            select at, extract(epoch from clock_timestamp() - at) * 1000 as millis
                            from delivery.pulse for update""").query(Pulse.class).optional();
            jdbc.sql("delete from delivery.key_check where partner <> all(?::text[])")
                    .param(terms.partners().toArray(String[]::new))
                    .update();
            boolean must = terms.mustAnswer(pulse.map(Pulse::silence).orElse(null));
            askAll(pulse.map(Pulse::at).map(at -> at.minus(terms.back())).orElse(EVER), must);
            beat();
        });
    }

    private void askAll(OffsetDateTime since, boolean must) {
        for (String partner : terms.partners()) {
            jdbc.sql(OPEN)
                    .param("partner", partner)
                    .param("no", "K-" + RandomCode.draw(10))
                    .param("since", since)
                    .param("must", must)
                    .param("patience", terms.patience().toMillis())
                    .update();
        }
        // After the questions have their new numbers: a page that was just being compared has moved along with its
        // question.
        jdbc.sql("delete from delivery.key_page").update();
    }

    @Override
    public void beat() {
        jdbc.sql("""
                        insert into delivery.pulse (only_row, at) values (true, clock_timestamp())
                        on conflict (only_row) do update set at = excluded.at""").update();
    }

    @Override
    public List<KeyQuestion> due() {
        return jdbc.sql("""
                        update delivery.key_check c set asks = asks + 1, next_at = clock_timestamp() + interval '1 minute'
                        where partner in (select partner from delivery.key_check
                                          where answered_at is null and next_at <= clock_timestamp()
                                          for update skip locked)
                        returning partner, question_no, since,
                            (select count(*) + 1 from delivery.key_page p where p.question_no = c.question_no) as page""").query(KeyQuestion.class).list();
    }

    @Override
    public void asked(KeyQuestion question) {
        again(question, terms.afterQuestion(asks(question)), "");
        jdbc.sql("update delivery.key_check set answers_later = true where question_no = ?")
                .param(question.questionNo())
                .update();
    }

    @Override
    public void unanswered(KeyQuestion question, Exception why) {
        LOG.warn("对键：{} 没有可用的答复，稍后再问：{}", question.partner(), Failure.sentence(why));
        again(question, terms.afterFailure(asks(question)), Failure.sentence(why));
    }

    private int asks(KeyQuestion question) {
        return jdbc.sql("select asks from delivery.key_check where question_no = ?")
                .param(question.questionNo())
                .query(Integer.class)
                .optional()
                .orElse(1);
    }

    private void again(KeyQuestion question, Duration wait, String cause) {
        jdbc.sql("""
                        update delivery.key_check set next_at = clock_timestamp() + ? * interval '1 millisecond', cause = ?
                        where question_no = ? and answered_at is null""").params(wait.toMillis(), cause, question.questionNo()).update();
    }

    @Override
    public void compare(String partner, KeyAnswer answer) {
        transaction.executeWithoutResult(tx -> {
            boolean ours = jdbc.sql("select 1 from delivery.key_check where question_no = ? and partner = ? for update")
                    .params(answer.questionNo(), partner)
                    .query(Integer.class)
                    .optional()
                    .isPresent();
            boolean read = ours
                    && jdbc.sql(
                                            "insert into delivery.key_page (question_no, page) values (?, ?) on conflict do nothing")
                                    .params(answer.questionNo(), answer.page())
                                    .update()
                            > 0;
            if (!read) {
                LOG.info("对键：{} 对 {} 的答复不是现在所问，或已收过，略过", partner, answer.questionNo());
                return;
            }
            theirs.compare(partner, answer.keys());
            turn(answer);
        });
    }

    /** The next page is asked for at once, of whom is asked page by page; the last one ends the wait. */
    private void turn(KeyAnswer answer) {
        jdbc.sql("""
                        update delivery.key_check c set asks = 0, cause = '',
                            next_at = case when answers_later then next_at else clock_timestamp() end,
                            answered_at = case when (select count(*) from delivery.key_page p
                                                     where p.question_no = c.question_no) >= ? then clock_timestamp() end
                        where question_no = ?""").params(answer.pages(), answer.questionNo()).update();
    }

    @Override
    public void reopen(OffsetDateTime since) {
        transaction.executeWithoutResult(tx -> askAll(since.minus(terms.back()), true));
    }

    @Override
    public boolean waive(String partner, String who, String reason) {
        return jdbc.sql("""
                                update delivery.key_check
                                set waived_at = clock_timestamp(), waived_by = ?, waive_reason = ?
                                where partner = ? and answered_at is null and waived_at is null""").params(who, reason, partner).update() > 0;
    }

    @Override
    public int acknowledge(String partner, String who, String reason) {
        return theirs.acknowledge(partner, who, reason);
    }

    @Override
    public List<KeyCheck> standing() {
        return jdbc.sql("""
                        select c.*, c.partner in (select partner from delivery.held_partner) as holding,
                               (select count(*) from delivery.their_key k
                                where k.partner = c.partner and k.standing <> 'EARLY' and k.acknowledged_at is null) as unknown
                        from delivery.key_check c order by c.partner""").query(KeyCheck.class).list();
    }

    @Override
    public List<UnknownKey> unknown() {
        return theirs.list();
    }
}
