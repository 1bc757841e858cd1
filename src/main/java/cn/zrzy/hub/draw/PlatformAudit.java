package cn.zrzy.hub.draw;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * 平台抽取年度统计审计 (mode P): is what the platform drew over the year what chance would draw? Eight questions, each with an
 * exact or normal law under chance; docs/draw/platform-audit.md gives formulas and sources. A day with draws is a look;
 * up to it no more of the yearly error may have been spent than calendar days have gone by (Lan and DeMets 1983, Biometrika
 * 70, α(t) = αt), a like share for each question; within one, all that it is asked about share ({@link Spending}). So a fair
 * platform is pointed at, in a whole year, with probability at most α. What is pointed at is worth a look (值得一看);
 * it proves nothing.
 */
public final class PlatformAudit {

    /** 审计问题. */
    public enum Question {
        CLASS("各等级抽中户数"),
        REPEAT("年内重复抽中户数"),
        RECUSAL("抽中有回避关系的户数"),
        NEIGHBOUR("抽中名单上相邻的对数（连号）"),
        SPACING("抽中间隔：等分名单后没有抽中的段数"),
        ORDER("抽中对象的名单位次之和"),
        PAIR("同组次数"),
        LOAD("派出次数");

        private final String title;

        Question(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /**
     * One answer.
     *
     * @param about which class, person or pair; "" where the question is about the whole
     * @param p probability under chance that this one class, person, pair or sum is at least so far off
     * @param limit down to here it is chance's affair; takes into account how many are asked about and how often
     */
    public record Answer(
            Question question, String about, LocalDate day, double seen, double expected, double p, double limit) {

        public boolean worthALook() {
            return p <= limit;
        }

        /** In words; numbers only, no verdict. */
        public String sentence() {
            return String.format(
                    Locale.ROOT,
                    "%s%s：实为 %.0f，随机时平均 %.1f（p=%.1e）",
                    question.title(),
                    about.isEmpty() ? "" : "（" + about + "）",
                    seen,
                    expected,
                    p);
        }
    }

    /**
     * @param alpha probability at most that a fair platform is pointed at in a year
     * @param signals what was worth a look on any day, each once, oldest first
     * @param standing the farthest-off answer to each question after the last draw
     */
    public record Report(int year, int draws, double alpha, List<Answer> signals, List<Answer> standing) {

        public Report {
            signals = List.copyOf(signals);
            standing = List.copyOf(standing);
        }
    }

    private PlatformAudit() {}

    /** @param draws of mode P of that year, in any order */
    public static Report of(int year, double alpha, List<AuditedDraw> draws) {
        List<AuditedDraw> byDay = new ArrayList<>(draws);
        byDay.sort(Comparator.comparing(AuditedDraw::day));
        AuditYear tally = new AuditYear();
        Map<Question, Spending> spendings = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            spendings.put(question, new Spending(alpha / Question.values().length));
        }
        Set<String> told = new HashSet<>();
        List<Answer> signals = new ArrayList<>();
        List<Answer> standing = List.of();
        for (int i = 0; i < byDay.size(); i++) {
            LocalDate day = byDay.get(i).day();
            tally.add(byDay.get(i));
            if (i + 1 < byDay.size() && byDay.get(i + 1).day().equals(day)) {
                continue;
            }
            double gone = (double) day.getDayOfYear() / Year.of(year).length();
            List<Answer> farthest = new ArrayList<>();
            for (Question question : Question.values()) {
                List<Answer> answers = answers(question, tally, day, spendings.get(question), gone);
                answers.stream()
                        .filter(answer -> answer.worthALook() && told.add(question + answer.about()))
                        .forEach(signals::add);
                answers.stream().min(Comparator.comparingDouble(Answer::p)).ifPresent(farthest::add);
            }
            standing = farthest;
        }
        return new Report(year, byDay.size(), alpha, signals, standing);
    }

    private static List<Answer> answers(
            Question question, AuditYear tally, LocalDate day, Spending spending, double gone) {
        if (question == Question.ORDER) {
            double p = Math.min(1, 2 * Chance.normal(-Math.abs(tally.rankScore())));
            double limit = spending.all(gone);
            return List.of(new Answer(question, "", day, tally.rankSum(), tally.rankMean(), p, limit));
        }
        Map<String, AuditYear.Count> counts = tally.counts(question);
        boolean bothSides = question != Question.PAIR; // two who never meet are no news
        double limit = spending.limit(
                gone, counts.values().stream().map(AuditYear.Count::law).toList(), bothSides);
        List<Answer> answers = new ArrayList<>();
        counts.forEach((about, count) -> {
            Chance law = count.law();
            double p = bothSides ? law.twoSided(count.seen()) : law.atLeast(count.seen());
            answers.add(new Answer(question, about, day, count.seen(), law.mean(), p, limit));
        });
        return answers;
    }
}
