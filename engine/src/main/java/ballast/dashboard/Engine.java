package ballast.dashboard;

import ballast.alert.Findings;
import ballast.decide.Limits;
import java.util.List;
import java.util.Map;

/** What the page must know of the engine it belongs to. Safe for several threads. */
public interface Engine {
  /** The version of this build. */
  String version();

  /** {@code dry-run}, {@code paper} or {@code live}. */
  String mode();

  /** The exchange's address. */
  String exchange();

  /** The exchange's time, epoch milliseconds. */
  long nowMillis();

  /** The accounts of the configuration, in its order. */
  List<Account> accounts();

  /** What stands in it now, by the same observation, rules and levels as alerts. */
  Findings findings();

  /** The request windows that were used so far. */
  List<Weight> weights();

  /**
   * One account as it is configured.
   *
   * @param schedule when it is looked at, as written
   * @param parameters of the strategy, by their texts
   */
  record Account(
      String id, String schedule, String strategy, Map<String, String> parameters, Limits limits) {}

  /**
   * One window of the exchange's limits.
   *
   * @param endpoint method and path
   * @param countedBy by whom it is counted: an address or an account
   * @param used weight in the last minute
   * @param limit weight allowed in a minute
   * @param closedUntilMillis before this no call goes out; 0 when open
   */
  record Weight(String endpoint, String countedBy, long used, long limit, long closedUntilMillis) {}
}
