package ballast.strategy;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One typed, documented setting of a strategy.
 *
 * @param name lower case with hyphens
 * @param kind how its text is read
 * @param defaultText the value when none is given; empty when one must be given
 * @param description what it sets, in one sentence
 */
public record Parameter(String name, Kind kind, Optional<String> defaultText, String description) {
  public static Parameter required(String name, Kind kind, String description) {
    return new Parameter(name, kind, Optional.empty(), description);
  }

  public static Parameter optional(String name, Kind kind, String defaultText, String description) {
    kind.check(defaultText);
    return new Parameter(name, kind, Optional.of(defaultText), description);
  }

  /**
   * The kinds of values, each with the unit that its text must carry: a bare number where a unit
   * matters is refused.
   */
  public enum Kind {
    /** A multiple such as {@code 1.6x}. */
    RATIO("1.6x") {
      @Override
      public void check(String text) {
        ratio(text);
      }
    },
    /** A fraction written per cent, such as {@code 5%}. */
    PERCENT("5%") {
      @Override
      public void check(String text) {
        percent(text);
      }
    },
    /** Money such as {@code 5000 USDT}. */
    MONEY("5000 USDT") {
      @Override
      public void check(String text) {
        money(text);
      }
    },
    /** A time span such as {@code 30s}, {@code 5m}, {@code 8h} or {@code 2d}. */
    DURATION("30s") {
      @Override
      public void check(String text) {
        duration(text);
      }
    },
    /** A whole number of things. */
    COUNT("12") {
      @Override
      public void check(String text) {
        count(text);
      }
    },
    /** Funding: a share such as {@code 2%}, {@code expected} or {@code expected else 2%}. */
    FUNDING("2%") {
      @Override
      public void check(String text) {
        ExpectedFunding.parse(text);
      }
    },
    /** Payments that are known ahead, with semicolons between them, or {@code none}. */
    PAYMENTS("monthly 25 09:00 Europe/Berlin 80000 USDT before 1d") {
      @Override
      public void check(String text) {
        KnownPayment.parse(text);
      }
    };

    private static final Pattern SPAN = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");

    private final String example;

    Kind(String example) {
      this.example = example;
    }

    /** A value of this kind, for messages and help. */
    public String example() {
      return example;
    }

    /**
     * Reads a value and lets it go.
     *
     * @throws IllegalArgumentException saying what is expected and what was found
     */
    public abstract void check(String text);

    /** Reads {@code 1.6x}. */
    public static Ratio ratio(String text) {
      if (!text.endsWith("x")) {
        throw new IllegalArgumentException(
            "a ratio needs its unit x, as in 1.6x, got " + Quotation.of(text));
      }
      return Ratio.parse(text.substring(0, text.length() - 1));
    }

    /** Reads {@code 5%} as 0.05; at most 6 decimals. */
    public static Ratio percent(String text) {
      if (!text.endsWith("%")) {
        throw new IllegalArgumentException(
            "a percentage needs its sign %, as in 5%, got " + Quotation.of(text));
      }
      long hundredfold = Ratio.parse(text.substring(0, text.length() - 1)).e8();
      if (hundredfold % 100 != 0) {
        throw new IllegalArgumentException(
            "a percentage has at most 6 decimals, got " + Quotation.of(text));
      }
      return new Ratio(hundredfold / 100);
    }

    /** Reads {@code 5000 USDT}. */
    public static Usdt money(String text) {
      if (!text.endsWith(" USDT")) {
        throw new IllegalArgumentException(
            "an amount needs its unit USDT, as in 5000 USDT, got " + Quotation.of(text));
      }
      return Usdt.parse(text.substring(0, text.length() - " USDT".length()));
    }

    /** Reads {@code 30s}, {@code 5m}, {@code 8h}, {@code 2d}, {@code 250ms}. */
    public static Duration duration(String text) {
      Matcher matcher = SPAN.matcher(text);
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            "a time span is a whole number with ms, s, m, h or d, as in 30s, got "
                + Quotation.of(text));
      }
      long count = Long.parseLong(matcher.group(1));
      return switch (matcher.group(2)) {
        case "ms" -> Duration.ofMillis(count);
        case "s" -> Duration.ofSeconds(count);
        case "m" -> Duration.ofMinutes(count);
        case "h" -> Duration.ofHours(count);
        default -> Duration.ofDays(count);
      };
    }

    /** Reads a whole number. */
    public static long count(String text) {
      if (!text.matches("[0-9]{1,12}")) {
        throw new IllegalArgumentException(
            "a count is a whole number, as in 12, got " + Quotation.of(text));
      }
      return Long.parseLong(text);
    }
  }
}
