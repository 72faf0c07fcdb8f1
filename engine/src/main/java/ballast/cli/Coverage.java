package ballast.cli;

import ballast.market.FundingRates;
import ballast.market.PricePath;
import ballast.market.Rates;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Whether files of funding and rates are of the time of the prices. */
final class Coverage {
  private final PricePath prices;

  Coverage(PricePath prices) {
    this.prices = prices;
  }

  /**
   * A warning where some funding of the prices' time is not in the file.
   *
   * @throws Failure with {@link ExitCode#USAGE} where none is
   */
  Optional<String> of(FundingRates funding) {
    String spans = spans("--funding", funding.firstMillis(), funding.lastMillis());
    requireOverlap(
        funding.lastMillis() >= prices.startMillis() && funding.firstMillis() < prices.endMillis(),
        spans);
    return funding.covers(prices.startMillis(), prices.endMillis())
        ? Optional.empty()
        : Optional.of("warning: " + spans + "; outside of its rows no funding is exchanged");
  }

  /**
   * A warning where the rate at the first price is not in the file, or of a row from before it that
   * no other has followed.
   *
   * @throws Failure with {@link ExitCode#USAGE} where all rows are of a later time
   */
  Optional<String> of(Rates rates) {
    String spans = spans("--apr", rates.firstMillis(), rates.lastMillis());
    requireOverlap(rates.firstMillis() < prices.endMillis(), spans);
    return rates.firstMillis() <= prices.startMillis() && rates.lastMillis() >= prices.startMillis()
        ? Optional.empty()
        : Optional.of("warning: " + spans + "; outside of its rows the nearest one holds");
  }

  private static void requireOverlap(boolean overlaps, String spans) {
    if (!overlaps) {
      throw new Failure(ExitCode.USAGE, spans + ": give a file of the time of the prices");
    }
  }

  private String spans(String option, long first, long last) {
    return option
        + " has rows from "
        + span(first, last)
        + ", the prices are from "
        + span(prices.startMillis(), prices.endMillis());
  }

  private static String span(long from, long to) {
    return second(from) + " to " + second(to);
  }

  private static Instant second(long millis) {
    return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS);
  }
}
