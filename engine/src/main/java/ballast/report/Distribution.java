package ballast.report;

import ballast.strategy.Ratio;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How many steps had which uniMMR, in ranges of a quarter octave. Confined to one thread. */
final class Distribution {
  private static final int PER_OCTAVE = 4;
  private static final double FIRST = 0.5;
  private static final int RANGES = 11 * PER_OCTAVE;

  private final long[] counts = new long[RANGES];
  private long all;

  /** Counts a step; what lies outside the ranges is counted in the first or last. */
  void add(Ratio uniMmr) {
    double octaves = Math.log(Math.max(FIRST, uniMmr.e8() / 1e8) / FIRST) / Math.log(2);
    counts[Math.min(RANGES - 1, (int) (octaves * PER_OCTAVE))]++;
    all++;
  }

  /** Where the ranges begin that any of these has steps in, and what lies between them. */
  static int[] ranges(List<Distribution> shown) {
    int[] used =
        IntStream.range(0, RANGES)
            .filter(range -> shown.stream().anyMatch(each -> each.counts[range] > 0))
            .toArray();
    return used.length == 0
        ? used
        : IntStream.rangeClosed(used[0], used[used.length - 1]).toArray();
  }

  /** The uniMMR at which a range begins, as digits. */
  static String from(int range) {
    double from = FIRST * Math.pow(2, (double) range / PER_OCTAVE);
    return String.format(Locale.ROOT, from < 10 ? "%.2f" : from < 100 ? "%.1f" : "%.0f", from);
  }

  /** The share of the steps in a range, per cent, as digits. */
  String share(int range) {
    return String.format(Locale.ROOT, "%.2f", 100.0 * counts[range] / Math.max(1, all));
  }
}
