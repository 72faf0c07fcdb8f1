package ballast.journal;

/**
 * One transition of an intent, as it was appended.
 *
 * @param account whose
 * @param intent of which intent
 * @param state what it became
 * @param atMillis when
 * @param detail what was said of it
 */
public record IntentStep(
    String account, long intent, IntentState state, long atMillis, String detail) {}
