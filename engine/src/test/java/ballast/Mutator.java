package ballast;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Breaks texts in the ways in which answers and files are broken: cut short, of another type, far
 * too large, nested, doubled, in strange characters. The same seed breaks the same texts alike.
 */
public final class Mutator {
  private static final List<String> STRANGE =
      List.of(
          "",
          "0",
          "-0",
          "-1",
          "+1",
          "1.",
          ".5",
          "1,000",
          " 1 ",
          "1_000",
          "0x1F",
          "0b1",
          "012",
          "08:30",
          "24:00",
          "2026-02-30",
          "9999-12-31",
          "1e5",
          "1e-5",
          "1e999999999",
          "NaN",
          "Infinity",
          ".inf",
          "null",
          "~",
          "true",
          "yes",
          "2147483648",
          "-2147483649",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775808",
          "92233720368",
          "92233720368.54775807",
          "92233720368.54775808",
          "99999999999999999999",
          "0.000000001",
          "100%",
          "0.0000001%",
          "0x",
          "1.05x",
          "999999999d",
          "0ms",
          "-5m",
          "1 USDT",
          "-1 USDT",
          "1USDT",
          "99999999999 USDT",
          "UTC",
          "UTC+02:00",
          "Asia/Kathmandu",
          "{}",
          "[]",
          "\"\"",
          "{\"a\":",
          "[[",
          "\"",
          "'",
          "\\",
          "\\u0000",
          "\\ud800",
          "\\u202e",
          "---",
          "...",
          "--- 1",
          "&a 1",
          "*a",
          "!!int",
          "!x",
          "<<",
          "|",
          ">",
          "? a",
          "#",
          "%",
          "@",
          "`",
          ",",
          ":",
          "\n",
          "\r",
          "\r\n",
          "\t",
          "\0",
          "\u0085",
          "\u009b",
          "\u2028",
          "\u202e",
          "\ufeff",
          "\ufffe",
          "\ud83d\ude00",
          "\ud800",
          "\u0130",
          "\u0131",
          "\u0661\u0662",
          "\uff11",
          "\u00a0",
          "<html>",
          "../..");
  private static final Pattern TOKEN = Pattern.compile("\"[^\"\\n]*\"|[A-Za-z0-9_.%+-]+");
  private static final Pattern MEMBER = Pattern.compile("\"\\w+\":[^,{}\\[\\]]+");
  private static final int LONGEST = 16 * 1024;

  private final SplittableRandom random;

  public Mutator(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The run's seed: {@code -Dballast.seed=}, else the one given. */
  public static long seed(long standard) {
    long seed = Long.getLong("ballast.seed", standard);
    System.out.println("-Dballast.seed=" + seed);
    return seed;
  }

  /** One of these texts with up to four faults in it. */
  public String broken(List<String> texts) {
    String text = any(texts);
    for (int faults = random.nextInt(1, 5); faults > 0; faults--) {
      text = once(text, texts);
    }
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  private String once(String text, List<String> texts) {
    int at = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), at + random.nextInt(1, 12));
    return switch (random.nextInt(12)) {
      case 0 -> text.substring(0, at);
      case 1 -> text.substring(0, at) + text.substring(to);
      case 2 -> text.substring(0, to) + text.substring(at);
      case 3 -> text.substring(0, at) + any(STRANGE) + text.substring(at);
      case 4 -> text.substring(0, at) + (char) random.nextInt(0x250) + text.substring(to);
      case 5 -> text + any(texts);
      case 6 -> text.substring(0, at) + tail(any(texts));
      case 7 -> text.substring(0, at) + deep() + text.substring(at);
      case 8 -> doubled(text, MEMBER, ",");
      case 9 -> doubled(text, Pattern.compile("(?m)^.+$"), "\n");
      default -> replaced(text);
    };
  }

  /** One word, number or quoted text becomes something else, with its quotes or without. */
  private String replaced(String text) {
    List<MatchResult> tokens = TOKEN.matcher(text).results().toList();
    if (tokens.isEmpty()) {
      return text;
    }
    MatchResult token = tokens.get(random.nextInt(tokens.size()));
    boolean keepsQuotes = token.group().startsWith("\"") && random.nextBoolean();
    String quote = keepsQuotes ? "\"" : "";
    return text.substring(0, token.start())
        + quote
        + (random.nextInt(8) == 0 ? "9".repeat(random.nextInt(1, 600)) : any(STRANGE))
        + quote
        + text.substring(token.end());
  }

  private String doubled(String text, Pattern part, String joint) {
    List<MatchResult> parts = part.matcher(text).results().toList();
    if (parts.isEmpty()) {
      return text + text;
    }
    MatchResult twice = parts.get(random.nextInt(parts.size()));
    return text.substring(0, twice.end()) + joint + twice.group() + text.substring(twice.end());
  }

  private String deep() {
    String open = any(List.of("[", "{\"a\":", "{a: ", "- ", "(", "? "));
    return open.repeat(random.nextInt(1, 2_000));
  }

  private String tail(String text) {
    return text.substring(random.nextInt(text.length() + 1));
  }

  /** One of them, each as likely. */
  public <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** As many broken texts as asked for. */
  public List<String> broken(List<String> texts, int count) {
    List<String> broken = new ArrayList<>(texts);
    while (broken.size() < count) {
      broken.add(broken(texts));
    }
    return broken;
  }
}
