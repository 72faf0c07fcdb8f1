package ballast.log;

/** How log lines are written. */
public enum LogFormat {
  /** As text on a terminal, as JSON otherwise. */
  AUTO,
  /** For people. */
  TEXT,
  /** One JSON object a line, for programs. */
  JSON
}
