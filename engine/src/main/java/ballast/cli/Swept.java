package ballast.cli;

import ballast.backtest.BacktestResult;
import ballast.sweep.Axis;
import ballast.sweep.Objective;
import ballast.sweep.Policy;
import ballast.sweep.Ranking;
import ballast.sweep.Ranking.Ranked;
import ballast.sweep.Walk;
import ballast.sweep.WalkForward;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a sweep found. Holds nothing that depends on the machine or the number of threads.
 *
 * @param sought what it was to find
 * @param ranking on the whole past, or on its last stretch before the hold-out
 * @param walkForward the choices on the way, when they were asked for
 * @param best the best once more, where it was ranked
 * @param alone the same account left alone, there
 */
record Swept(
    Sought sought,
    Ranking<Policy, Walk> ranking,
    Optional<WalkForward> walkForward,
    BacktestResult best,
    BacktestResult alone) {
  Ranked<Policy, Walk> first() {
    return ranking.best();
  }

  /** Its values, in the order of the axes. */
  String bestSet() {
    Map<String, String> values = new LinkedHashMap<>();
    for (Axis axis : sought.space().axes()) {
      values.put(
          axis.name(), String.valueOf(first().candidate().point().values().get(axis.name())));
    }
    return Shorthand.of(values);
  }

  Objective objective() {
    return sought.objective();
  }

  boolean isBreached() {
    return objective().isBreached(first().result());
  }

  /** It reached the floor where it was ranked, or where no choice had seen the past. */
  boolean isDoubtful() {
    return isBreached()
        || walkForward.filter(walk -> objective().isBreached(walk.holdOut())).isPresent();
  }

  /** Doing nothing had been better than the best of them. */
  boolean isWorse() {
    return best.isWorseThan(alone);
  }

  /** How it ended, in plain words. */
  String verdict() {
    return ranked() + walkForward.map(walk -> " " + after(walk.holdOut())).orElse("");
  }

  private String ranked() {
    String floor = Margin.text(objective().floor());
    if (isWorse()) {
      return "WORSE THAN DOING NOTHING: even the best of these fares worse than the account left"
          + " alone.";
    }
    if (isBreached()) {
      return "None of these keeps uniMMR above " + floor + "; the hardiest comes first.";
    }
    return "The best keeps uniMMR above "
        + floor
        + (alone.liquidated() ? "; left alone the account is liquidated." : ".");
  }

  private String after(Walk holdOut) {
    if (holdOut.liquidatedBy().isPresent()) {
      return "ON THE HOLD-OUT IT WAS LIQUIDATED: do not trust this choice.";
    }
    return "On the hold-out its lowest was "
        + Margin.text(holdOut.lowest())
        + (objective().isBreached(holdOut) ? ": it did not keep the floor there." : ".");
  }
}
