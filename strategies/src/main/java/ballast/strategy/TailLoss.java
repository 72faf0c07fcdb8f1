package ballast.strategy;

/**
 * One of the worst losses of an account.
 *
 * @param window the check horizon in which it was lost, counted from the first
 * @param millionths of a maintenance margin, positive, rounded up
 */
record TailLoss(long window, long millionths) {}
