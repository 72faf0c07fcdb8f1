package ballast.paper;

import ballast.margin.Brackets;
import ballast.margin.Brackets.Bracket;
import ballast.strategy.Collateral;
import ballast.strategy.Collateral.Tier;
import ballast.strategy.Parameter.Kind;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The account of a scenario file: what it says, and the standard account for the rest. */
final class ScenarioAccount {
  private ScenarioAccount() {}

  static PaperAccount of(ScenarioFile.Account given) {
    PaperAccount standard = PaperAccount.standard();
    String symbol = given.symbol() == null ? standard.symbol() : given.symbol();
    return new PaperAccount(
        symbol,
        money(given.notional(), standard.notional()),
        given.strikesMonthly() == null ? standard.strikesMonthly() : given.strikesMonthly(),
        new Brackets(
            symbol,
            given.brackets() == null
                ? standard.brackets().brackets()
                : given.brackets().stream().map(ScenarioAccount::bracket).toList()),
        money(given.ldusdtInFutures(), standard.ldusdtInFutures()),
        money(given.ldusdtInEarn(), standard.ldusdtInEarn()),
        money(given.usdt(), standard.usdt()),
        collateral(given, standard.collateral()),
        given.usdtInterest() == null ? standard.usdtInterest() : Kind.percent(given.usdtInterest()),
        money(given.interestFree(), standard.interestFree()));
  }

  private static Collateral collateral(ScenarioFile.Account given, Collateral standard) {
    List<Tier> tiers =
        given.tiers() == null
            ? standard.tiers()
            : given.tiers().stream().map(ScenarioAccount::tier).toList();
    return new Collateral(
        given.indexPrice() == null ? standard.indexPrice() : Ratio.parse(given.indexPrice()),
        tiers);
  }

  private static Bracket bracket(ScenarioFile.Bracket bracket) {
    return new Bracket(
        Kind.money(bracket.floor()),
        Kind.money(bracket.cap()),
        Kind.percent(bracket.rate()),
        Kind.money(bracket.quickAmount()));
  }

  private static Tier tier(ScenarioFile.Tier tier) {
    return new Tier(Kind.money(tier.floor()), Kind.money(tier.cap()), Kind.percent(tier.rate()));
  }

  private static Usdt money(@Nullable String text, Usdt standard) {
    if (text == null) {
      return standard;
    }
    return text.startsWith("-") ? Kind.money(text.substring(1)).negated() : Kind.money(text);
  }
}
