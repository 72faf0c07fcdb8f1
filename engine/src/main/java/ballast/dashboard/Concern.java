package ballast.dashboard;

/**
 * Something that a person should know, and what to do about it.
 *
 * @param level how bad it is
 * @param account whose; empty for the engine's
 * @param what in plain words, one sentence
 * @param todo what to do, in plain words
 */
record Concern(Level level, String account, String what, String todo) {
  /** How bad something is. */
  enum Level {
    /** A person has to act now. */
    PROBLEM,
    /** A person should look at it today. */
    WARNING,
    /** Good to know; nothing is wrong. */
    NOTICE
  }
}
