package ballast.binance;

import ballast.strategy.AccountStatus;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.math.RoundingMode;
import java.util.Arrays;

/** The answer of portfolio/account, both versions, as far as the exchange does not disclaim it. */
record PortfolioAccount(
    Ratio uniMmr,
    Usdt equity,
    Usdt actualEquity,
    Usdt maintenanceMargin,
    AccountStatus status,
    Kind kind) {
  /** By the exchange's {@code accountType}. */
  enum Kind {
    /** {@code PM_1}. */
    PRO,
    /** {@code PM_2}, which has no LDUSDT transfer of this kind. */
    RETAIL,
    /** {@code PM_3}, to be read by the second version of the call. */
    SPAN
  }

  /** How far the reported uniMMR may be from equity / margin of the same answer: 0.5 %. */
  private static final Ratio UNI_MMR_TOLERANCE = Ratio.parse("0.005");

  static PortfolioAccount read(Json root) throws MalformedAnswer {
    Fields fields = Fields.of(root, "account");
    PortfolioAccount account =
        new PortfolioAccount(
            fields.ratioOrLargest("uniMMR"),
            fields.signedAmount("accountEquity"),
            fields.signedAmount("actualEquity"),
            fields.amount("accountMaintMargin"),
            status(fields.text("accountStatus")),
            kind(fields.text("accountType")));
    account.requireConsistent();
    return account;
  }

  /**
   * An answer that contradicts itself was put together from two moments: nothing may rest on it.
   */
  private void requireConsistent() throws MalformedAnswer {
    if (!maintenanceMargin.isPositive()) {
      return; // what uniMMR is then stands in no document
    }
    if (!equity.isPositive()) {
      if (uniMmr.isPositive()) {
        throw contradiction();
      }
      return;
    }
    Usdt implied = maintenanceMargin.times(uniMmr, RoundingMode.FLOOR);
    Usdt difference = implied.minus(equity).max(equity.minus(implied));
    // The margin itself is rounded to 1e-8, which weighs when it is tiny.
    Usdt rounding = new Usdt(1).times(uniMmr, RoundingMode.UP);
    Usdt allowed = equity.times(UNI_MMR_TOLERANCE, RoundingMode.UP).plus(rounding);
    if (difference.compareTo(allowed) > 0) {
      throw contradiction();
    }
  }

  private MalformedAnswer contradiction() {
    return new MalformedAnswer(
        "uniMMR "
            + uniMmr
            + " contradicts equity "
            + equity
            + " over maintenance margin "
            + maintenanceMargin);
  }

  private static AccountStatus status(String name) throws MalformedAnswer {
    return Arrays.stream(AccountStatus.values())
        .filter(status -> status.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new MalformedAnswer("account.accountStatus is not a known status"));
  }

  private static Kind kind(String accountType) throws MalformedAnswer {
    return switch (accountType) {
      case "PM_1" -> Kind.PRO;
      case "PM_2" -> Kind.RETAIL;
      case "PM_3" -> Kind.SPAN;
      default -> throw new MalformedAnswer("account.accountType is not a known type");
    };
  }
}
