package ballast.paper;

import ballast.strategy.Ratio;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One kind of trouble and when it strikes: the nth matching call, or each with a probability.
 *
 * @param kind what goes wrong
 * @param path the request path must contain this; empty matches every path
 * @param rate probability for each matching call, 0 to 1
 * @param nth strikes at this matching call and, with a count, at those after it; the first is 1
 * @param count strikes at most so often; empty: without end
 * @param hang how long a time-out hangs, at most 60 s of real time
 * @param lag how long a read lag hides a transfer, exchange time
 */
public record Fault(
    Kind kind,
    String path,
    Ratio rate,
    OptionalLong nth,
    OptionalLong count,
    Duration hang,
    Duration lag) {
  static final int TOO_MANY_REQUESTS = -1003;

  /** What goes wrong; the label is its name in files. */
  public enum Kind {
    TIMEOUT_BEFORE_EFFECT,
    TIMEOUT_AFTER_EFFECT,
    HTTP_5XX_BEFORE_EFFECT,
    HTTP_5XX_AFTER_EFFECT,
    HTTP_429,
    HTTP_418,
    RESET_BEFORE_EFFECT,
    RESET_AFTER_EFFECT,
    /** The request has its effect; the answer is not JSON. */
    GARBAGE,
    /** Balances and account show a transfer only after a while. */
    READ_LAG;

    /** The name in files: lower case with hyphens. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Kind> of(String label) {
      for (Kind kind : values()) {
        if (kind.label().equals(label)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }

    /** True when the request is executed all the same. */
    boolean hasEffect() {
      return switch (this) {
        case TIMEOUT_AFTER_EFFECT, HTTP_5XX_AFTER_EFFECT, RESET_AFTER_EFFECT, GARBAGE, READ_LAG ->
            true;
        case TIMEOUT_BEFORE_EFFECT,
            HTTP_5XX_BEFORE_EFFECT,
            HTTP_429,
            HTTP_418,
            RESET_BEFORE_EFFECT ->
            false;
      };
    }

    boolean isThrottle() {
      return this == HTTP_429 || this == HTTP_418;
    }
  }

  public Fault {
    if (rate.compareTo(Ratio.ZERO) < 0 || rate.compareTo(Ratio.ONE) > 0) {
      throw new IllegalArgumentException("a fault's rate must lie in 0 to 1, got " + rate);
    }
    if (hang.isNegative() || hang.compareTo(Duration.ofSeconds(60)) > 0) {
      throw new IllegalArgumentException("a fault hangs 60s at most, got " + hang);
    }
    if (nth.orElse(1) < 1 || count.orElse(1) < 1) {
      throw new IllegalArgumentException("nth and count of a fault begin at 1");
    }
  }
}
