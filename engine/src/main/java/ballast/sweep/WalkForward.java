package ballast.sweep;

import ballast.backtest.History;
import ballast.sweep.Ranking.Ranked;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Whether choosing by the past would have paid: each choice beside what came of it on the stretch
 * that followed, and the final choice on a stretch that no choice has seen.
 *
 * @param folds in order of time
 * @param ranking of the last stretch before the hold-out, from which the final choice comes
 * @param rankedOn that stretch
 * @param holdOutFromMillis when the hold-out begins
 * @param holdOut how the final choice fared there
 */
public record WalkForward(
    List<Fold> folds,
    Ranking<Policy, Walk> ranking,
    History rankedOn,
    long holdOutFromMillis,
    Walk holdOut) {
  public WalkForward {
    folds = List.copyOf(folds);
  }

  /**
   * One choice and what came of it.
   *
   * @param fromMillis when the stretch begins on which it was chosen
   * @param chosenMillis when that ends and the next begins
   * @param toMillis when the next ends
   * @param chosen the best, and how it fared where it was chosen
   * @param after how it fared next
   */
  public record Fold(
      long fromMillis, long chosenMillis, long toMillis, Ranked<Policy, Walk> chosen, Walk after) {}

  /** How many trials {@link #of} makes. */
  public static long trials(Windows windows, int policies, int rounds) {
    return (windows.folds() + 1L) * Search.trials(policies, rounds);
  }

  /**
   * Walks forward.
   *
   * @param rounds the parts of a stretch that policies are tried on, the stretch itself last
   * @throws IllegalArgumentException when the past is too short for the windows
   */
  public static WalkForward of(
      History history,
      Windows windows,
      List<Policy> policies,
      Function<History, List<History>> rounds,
      Search<Policy, Walk> search) {
    Function<History, Ranking<Policy, Walk>> choose =
        past -> search.rank(policies, rounds.apply(past).stream().map(Walk::on).toList());
    List<Windows.Fold> cut = windows.folds(history.steps());
    List<Fold> folds = new ArrayList<>();
    for (Windows.Fold fold : cut.subList(0, windows.folds())) {
      Ranked<Policy, Walk> chosen =
          choose.apply(history.between(fold.from(), fold.chosenAt())).best();
      History next = history.between(fold.chosenAt(), fold.to());
      folds.add(
          new Fold(
              history.timeMillis(fold.from()),
              next.timeMillis(0),
              next.timeMillis(next.steps() - 1),
              chosen,
              Walk.on(next).of(chosen.candidate())));
    }
    Windows.Fold last = cut.get(windows.folds());
    History rankedOn = history.between(last.from(), last.chosenAt());
    Ranking<Policy, Walk> ranking = choose.apply(rankedOn);
    HoldOut holdOut = new HoldOut(history.between(last.chosenAt(), last.to()));
    return new WalkForward(
        folds,
        ranking,
        rankedOn,
        history.timeMillis(last.chosenAt()),
        holdOut.of(ranking.best().candidate()));
  }
}
