package ballast.binance;

import ballast.strategy.Collateral;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The documented answers that are one value each. */
final class Shapes {
  static final String LDUSDT = "LDUSDT";
  static final String USDT = "USDT";

  private Shapes() {}

  static long serverTime(Json root) throws MalformedAnswer {
    return Fields.of(root, "time").time("serverTime");
  }

  static SystemStatus systemStatus(Json root) throws MalformedAnswer {
    Fields fields = Fields.of(root, "status");
    return new SystemStatus(fields.count("status") == 0, ExchangeError.oneLine(fields.text("msg")));
  }

  /** LDUSDT in the futures wallet; a row that is not there is zero. */
  static Usdt futuresBalance(Json root) throws MalformedAnswer {
    Optional<Fields> row = rowOf(LDUSDT, Fields.rows(root, "balance"));
    return row.isPresent() ? row.get().amount("umWalletBalance") : Usdt.ZERO;
  }

  /** What can be transferred; the answer must be about the asset that was asked for. */
  static Usdt earnAssetBalance(Json root) throws MalformedAnswer {
    Fields fields = Fields.of(root, "earn-asset-balance");
    if (!fields.text("asset").equals(LDUSDT)) {
      throw new MalformedAnswer("earn-asset-balance answers for another asset");
    }
    return fields.amount("amount");
  }

  /** The whole flexible USDT position; rows on a further page would be missing from the sum. */
  static Usdt flexiblePosition(Json root) throws MalformedAnswer {
    Fields fields = Fields.of(root, "position");
    List<Fields> rows = fields.rows("rows");
    if (fields.count("total") != rows.size()) {
      throw new MalformedAnswer("position.total is not the number of rows");
    }
    Usdt sum = Usdt.ZERO;
    for (Fields row : rows) {
      if (!row.text("asset").equals(USDT)) {
        throw new MalformedAnswer("position answers for another asset");
      }
      sum = sum.plus(row.amount("totalAmount"));
    }
    return sum;
  }

  /** The tiers of LDUSDT, ascending. */
  static List<Collateral.Tier> collateralTiers(Json root) throws MalformedAnswer {
    Fields row = required(rowOf(LDUSDT, Fields.rows(root, "collateralRate")), "collateralRate");
    List<Collateral.Tier> tiers = new ArrayList<>();
    for (Fields tier : row.rows("collateralInfo")) {
      tiers.add(
          new Collateral.Tier(
              tier.amount("tierFloor"),
              tier.amountOrLargest("tierCap"),
              tier.ratio("collateralRate")));
    }
    tiers.sort(Comparator.comparing(Collateral.Tier::floor));
    return List.copyOf(tiers);
  }

  /** USD for one LDUSDT. */
  static Ratio indexPrice(Json root) throws MalformedAnswer {
    Fields row =
        required(rowOf(LDUSDT, Fields.rows(root, "asset-index-price")), "asset-index-price");
    row.time("time");
    return row.ratio("assetIndexPrice");
  }

  private static Optional<Fields> rowOf(String asset, List<Fields> rows) throws MalformedAnswer {
    Optional<Fields> found = Optional.empty();
    for (Fields row : rows) {
      if (row.text("asset").equals(asset)) {
        if (found.isPresent()) {
          throw new MalformedAnswer("two rows for " + asset);
        }
        found = Optional.of(row);
      }
    }
    return found;
  }

  private static Fields required(Optional<Fields> row, String where) throws MalformedAnswer {
    return row.orElseThrow(() -> new MalformedAnswer(where + " has no row for " + LDUSDT));
  }
}
