package ballast.sweep;

import ballast.backtest.Backtest;

/**
 * A parameter set that its strategy has accepted.
 *
 * @param point where it stands in the space
 * @param backtest tries it
 */
public record Policy(Point point, Backtest backtest) implements Comparable<Policy> {
  @Override
  public int compareTo(Policy other) {
    return point.compareTo(other.point);
  }
}
