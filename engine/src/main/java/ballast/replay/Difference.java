package ballast.replay;

/**
 * Where a decision taken again is not the recorded one.
 *
 * @param account whose
 * @param sequence its place in the account's chain
 * @param recorded the first line of the recorded decision that differs, or its outcome
 * @param replayed the same of the decision taken again, or why none could be taken
 */
public record Difference(String account, long sequence, String recorded, String replayed) {}
