package ballast.alert;

/**
 * An engine as it was observed at one moment, and what stands in it. Whoever tells of an engine and
 * whoever shows it start here, so that they cannot disagree. Immutable.
 */
public record Judged(EngineView engine, Findings findings) {
  /** Judges an observation by every rule. */
  public static Judged of(EngineView engine, Levels levels) {
    return new Judged(engine, Rules.judge(engine, levels));
  }
}
