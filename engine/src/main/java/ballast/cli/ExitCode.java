package ballast.cli;

/** What a command's exit code says; scripts rely on these numbers. */
public final class ExitCode {
  /** Done. */
  public static final int DONE = 0;

  /** The check found something: a mismatch, a violation. */
  public static final int FOUND = 1;

  /** The command line is wrong. */
  public static final int USAGE = 2;

  /** The configuration is wrong. */
  public static final int CONFIGURATION = 3;

  /** The exchange cannot be reached, or refused. */
  public static final int VENUE = 4;

  /** The journal is locked or damaged. */
  public static final int JOURNAL = 5;

  /** A fault of Ballast itself. */
  public static final int INTERNAL = 70;

  private ExitCode() {}
}
