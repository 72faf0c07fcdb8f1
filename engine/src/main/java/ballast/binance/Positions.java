package ballast.binance;

import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import ballast.venue.Funding;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The account's USD-M positions, and what they are expected to pay as funding. Positions in COIN-M
 * contracts pay in their coin and are not among them.
 *
 * @param amounts the coin's quantity by symbol, never zero; negative of a short one. The two sides
 *     of a hedge are one sum, since what one pays the other receives
 */
record Positions(Map<String, Usdt> amounts) {
  static Positions read(Json root) throws MalformedAnswer {
    Map<String, Usdt> amounts = new HashMap<>();
    for (Fields row : Fields.rows(root, "positionRisk")) {
      amounts.merge(row.text("symbol"), row.signedAmount("positionAmt"), Usdt::plus);
    }
    amounts.values().removeIf(Usdt.ZERO::equals);
    return new Positions(Map.copyOf(amounts));
  }

  boolean isEmpty() {
    return amounts.isEmpty();
  }

  /**
   * What is due at the earliest time at which any of them pays; those that pay later are not in it.
   * Rounded against the account.
   */
  Funding funding(Json root) throws MalformedAnswer {
    Set<String> missing = new HashSet<>(amounts.keySet());
    long due = Long.MAX_VALUE;
    Usdt sum = Usdt.ZERO;
    for (Fields row : Fields.rows(root, "premiumIndex")) {
      String symbol = row.text("symbol");
      Usdt amount = amounts.get(symbol);
      if (amount == null) {
        continue;
      }
      if (!missing.remove(symbol)) {
        throw new MalformedAnswer("two premiumIndex rows for " + symbol);
      }
      if (row.count("nextFundingTime") == 0) {
        continue; // a delivery contract pays none
      }
      long next = row.time("nextFundingTime");
      Usdt paid = paid(amount, row);
      sum = next < due ? paid : next == due ? sum.plus(paid) : sum;
      due = Math.min(due, next);
    }
    if (!missing.isEmpty()) {
      throw new MalformedAnswer("premiumIndex has no row for " + missing.iterator().next());
    }
    return due == Long.MAX_VALUE ? Funding.NONE : new Funding(sum, OptionalLong.of(due));
  }

  private static Usdt paid(Usdt amount, Fields row) throws MalformedAnswer {
    Ratio mark = row.ratio("markPrice");
    if (!mark.isPositive()) {
      throw new MalformedAnswer("premiumIndex.markPrice is not positive");
    }
    return amount
        .times(mark, RoundingMode.FLOOR)
        .times(row.ratio("lastFundingRate"), RoundingMode.CEILING);
  }
}
