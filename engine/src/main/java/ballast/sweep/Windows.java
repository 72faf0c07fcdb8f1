package ballast.sweep;

import ballast.strategy.Ratio;
import java.util.ArrayList;
import java.util.List;

/**
 * How a past is cut for a walk forward: so many equal parts, on each of which but the first few the
 * policy is tried that was best on parts before it, and a rest that is kept out.
 *
 * @param kind what a choice rests on
 * @param folds how many parts are tried on, positive
 * @param training how many parts the first choice rests on, and with rolling windows every choice
 * @param holdOut share of the past that is kept out, from its end; more than 0, less than 1
 */
public record Windows(Kind kind, int folds, int training, Ratio holdOut) {
  /** What a choice rests on. */
  public enum Kind {
    /** All parts before the one that is tried on. */
    ANCHORED,
    /** The last few parts before it. */
    ROLLING
  }

  public Windows {
    if (folds <= 0 || training <= 0) {
      throw new IllegalArgumentException(
          "folds and training parts must be positive, got " + folds + " and " + training);
    }
    if (!holdOut.isPositive() || holdOut.compareTo(Ratio.ONE) >= 0) {
      throw new IllegalArgumentException(
          "the share that is kept out must be more than 0% and less than 100%, got " + holdOut);
    }
  }

  /** A stretch of steps to choose on, and the one after it to try the choice on. */
  record Fold(int from, int chosenAt, int to) {}

  /** The first step of the hold-out. */
  int holdOutFrom(int steps) {
    return (int) (steps - (long) steps * holdOut.e8() / Ratio.ONE.e8());
  }

  /**
   * The folds, in order, and last the stretch on which the final choice is made.
   *
   * @throws IllegalArgumentException when a past of so many steps is too short
   */
  List<Fold> folds(int steps) {
    int before = holdOutFrom(steps);
    int parts = folds + training;
    if (before / parts < 2 || steps - before < 2) {
      throw new IllegalArgumentException(
          steps + " steps are too few for " + parts + " parts and a rest that is kept out");
    }
    List<Fold> cut = new ArrayList<>();
    for (int fold = 0; fold <= folds; fold++) {
      int first = kind == Kind.ANCHORED ? 0 : fold;
      cut.add(
          new Fold(
              edge(before, parts, first),
              edge(before, parts, training + fold),
              fold == folds ? steps : edge(before, parts, training + fold + 1)));
    }
    return cut;
  }

  private static int edge(int before, int parts, int part) {
    return (int) ((long) before * part / parts);
  }
}
