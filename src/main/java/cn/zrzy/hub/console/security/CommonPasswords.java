package cn.zrzy.hub.console.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * 常见口令: what a guesser tries first is made of a few known pieces: common words (passwords/common.txt), walks over the
 * keyboard, letters and digits in order, one character again and again, years and dates, with a letter written as a sign
 * here and there. A piece counts as one character, however long, and a sign as half a one, since everybody puts them between
 * and at the end; too little left is too easy (after zxcvbn, Wheeler 2016).
 */
final class CommonPasswords {

    /** Halves of characters that must be left. */
    private static final int ENOUGH = 12;

    private static final int SHORTEST_WALK = 3;
    private static final char PIECE = '\u0001';

    private static final List<String> WORDS = words();

    /** Signs read as the letters they stand for; digits stay digits for walks and years, which are looked for first. */
    private static final Map<Character, Character> SIGNS = Map.ofEntries(
            Map.entry('@', 'a'),
            Map.entry('4', 'a'),
            Map.entry('8', 'b'),
            Map.entry('3', 'e'),
            Map.entry('6', 'g'),
            Map.entry('1', 'i'),
            Map.entry('!', 'i'),
            Map.entry('|', 'l'),
            Map.entry('0', 'o'),
            Map.entry('5', 's'),
            Map.entry('$', 's'),
            Map.entry('7', 't'),
            Map.entry('+', 't'),
            Map.entry('2', 'z'));

    /** The digit on whose key a sign is. */
    private static final String SHIFTED = ")!@#$%^&*(";

    private static final List<String> ROWS = List.of(
            "1234567890",
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "abcdefghijklmnopqrstuvwxyz",
            "1qaz",
            "2wsx",
            "3edc",
            "4rfv",
            "5tgb",
            "6yhn",
            "7ujm",
            "147",
            "258",
            "369",
            "159",
            "357",
            "0123456789");

    private static final Pattern SAME = Pattern.compile("(.)\\1{2,}");
    private static final Pattern PAIRS = Pattern.compile("(..+?)\\1{1,}");
    private static final Pattern DATE =
            Pattern.compile("(?:19|20)[0-9]{2}(?:[-./年]?(?:0[1-9]|1[0-2])(?:[-./月]?(?:0[1-9]|[12][0-9]|3[01])日?)?)?年?");

    private CommonPasswords() {}

    /** Read twice: as it is typed, and with signs and digits read as letters where they are no date and no walk. */
    static boolean isGuessable(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        String typed = same(walks(dates(words(lower))));
        String meant = same(words(unsigned(walks(dates(lower)))));
        return left(typed) < ENOUGH || left(meant) < ENOUGH;
    }

    private static String dates(String text) {
        return DATE.matcher(text).replaceAll(String.valueOf(PIECE));
    }

    private static String same(String text) {
        return PAIRS.matcher(SAME.matcher(text).replaceAll(String.valueOf(PIECE)))
                .replaceAll("$1");
    }

    private static String words(String text) {
        String rest = text;
        for (String word : WORDS) {
            rest = rest.replace(word, String.valueOf(PIECE));
        }
        return rest;
    }

    /** Runs of three and more along a row, a column or the alphabet, forwards or backwards, shifted or not. */
    private static String walks(String text) {
        String keys = text.chars()
                .mapToObj(c -> SHIFTED.indexOf(c) < 0 ? (char) c : (char) ('0' + SHIFTED.indexOf(c)))
                .map(String::valueOf)
                .collect(Collectors.joining());
        StringBuilder rest = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int run = longestRun(keys, at);
            rest.append(run >= SHORTEST_WALK ? PIECE : text.charAt(at));
            at += run >= SHORTEST_WALK ? run : 1;
        }
        return rest.toString();
    }

    private static int longestRun(String keys, int from) {
        int longest = 1;
        for (int end = keys.length(); end - from >= SHORTEST_WALK; end--) {
            String run = keys.substring(from, end);
            String back = new StringBuilder(run).reverse().toString();
            if (ROWS.stream().anyMatch(row -> row.contains(run) || row.contains(back))) {
                return run.length();
            }
        }
        return longest;
    }

    private static String unsigned(String text) {
        return text.chars()
                .mapToObj(c -> String.valueOf(SIGNS.getOrDefault((char) c, (char) c)))
                .collect(Collectors.joining());
    }

    private static int left(String rest) {
        return rest.codePoints()
                .map(point -> point == PIECE || Character.isLetterOrDigit(point) ? 2 : 1)
                .sum();
    }

    /** Longest first, so that none hides another. */
    private static List<String> words() {
        try (InputStream in = CommonPasswords.class.getResourceAsStream("/passwords/common.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .flatMap(line -> List.of(line.split("\\s+")).stream())
                    .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
