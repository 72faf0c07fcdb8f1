package ballast.alert;

import ballast.alert.AccountView.Beat;
import ballast.alert.AccountView.Decided;
import ballast.alert.AccountView.Presence;
import ballast.alert.EngineView.Calls;
import ballast.strategy.AccountStatus;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What may be observed of an engine. */
public final class Views {
  /** Those of a configuration that says nothing else. */
  public static final Levels LEVELS = new Levels(Ratio.parse("1.5"), Ratio.parse("0.8"), 1L << 30);

  private static final long TEBIBYTE = 1L << 40;

  private Views() {}

  /** A decision that found the account normal and needed nothing that did not come. */
  public static Optional<Decided> decided(String uniMmr) {
    return Optional.of(new Decided(Ratio.parse(uniMmr), AccountStatus.NORMAL, Optional.empty()));
  }

  /** An account that this engine keeps, with nothing open or paused. */
  public static AccountView account(String name, Beat beat, Optional<Decided> decided) {
    return new AccountView(
        name, Presence.HERE, beat, decided, "", Optional.empty(), Map.of(), Usdt.ZERO);
  }

  /** One that is decided for in time. */
  public static AccountView account(String name, String uniMmr) {
    return account(name, Beat.IN_TIME, decided(uniMmr));
  }

  /** An engine of these accounts with all the room it needs. */
  public static EngineView engine(AccountView... accounts) {
    return new EngineView(
        List.of(accounts), Calls.FREE, OptionalLong.of(TEBIBYTE), Optional.empty());
  }

  /** An engine whose journal does not answer. */
  public static EngineView withoutJournal(String why) {
    return new EngineView(List.of(), Calls.FREE, OptionalLong.empty(), Optional.of(why));
  }
}
