package ballast.report;

/** Makes a line that is at hand short, as {@link Sampler} does while one comes. */
public final class Thinning {
  private Thinning() {}

  /** The same line with at most so many points, at least four. */
  public static Series toAtMost(int points, Series series) {
    int size = series.size();
    if (size <= points) {
      return series;
    }
    Sampler sampler = new Sampler(points, size);
    for (int i = 0; i < size; i++) {
      sampler.add(series.millis(i), series.e8(i));
    }
    return sampler.series();
  }
}
