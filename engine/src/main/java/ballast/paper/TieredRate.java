package ballast.paper;

import ballast.strategy.Collateral;
import ballast.strategy.Collateral.Tier;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of {@code /sapi/v2/portfolio/collateralRate}. {@code cum} is the constant that turns the
 * tiered sum into one product: value = amount × rate + cum.
 */
record TieredRate(String asset, List<Info> collateralInfo) {
  /** One tier as the exchange writes it. */
  record Info(String tierFloor, String tierCap, String collateralRate, String cum) {}

  static TieredRate of(String asset, Collateral collateral) {
    List<Info> infos = new ArrayList<>();
    Usdt cum = Usdt.ZERO;
    Ratio before = collateral.tiers().get(0).rate();
    for (Tier tier : collateral.tiers()) {
      Ratio fall = new Ratio(before.e8() - tier.rate().e8());
      cum = cum.plus(tier.floor().times(fall, RoundingMode.FLOOR));
      before = tier.rate();
      infos.add(
          new Info(
              tier.floor().toString(),
              tier.cap().toString(),
              tier.rate().toString(),
              cum.toString()));
    }
    return new TieredRate(asset, List.copyOf(infos));
  }
}
