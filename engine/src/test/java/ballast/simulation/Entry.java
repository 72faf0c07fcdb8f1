package ballast.simulation;

import ballast.strategy.Direction;

/**
 * A transfer that the exchange executed.
 *
 * @param atMillis true time
 * @param process which process asked for it
 * @param intent for which of its intents
 * @param duplicate true when something on the way delivered it again
 */
record Entry(
    long atMillis,
    int process,
    long intent,
    Direction direction,
    long amountE8,
    boolean duplicate) {}
