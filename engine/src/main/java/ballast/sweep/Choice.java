package ballast.sweep;

/** Which points of a space are tried. */
public sealed interface Choice {
  /** All of them. */
  record Every() implements Choice {}

  /**
   * So many, each at most once, drawn evenly from those that are not refused.
   *
   * @param count how many, positive
   * @param seed from which they are drawn; the same seed draws the same
   */
  record Drawn(int count, long seed) implements Choice {
    public Drawn {
      if (count <= 0) {
        throw new IllegalArgumentException("at least one must be drawn, got " + count);
      }
    }
  }
}
