package ballast.simulation;

/**
 * Both sides of the account at one time.
 *
 * @param atMillis true time from which they hold
 * @param earnE8 LDUSDT in Earn
 * @param futuresE8 LDUSDT in Futures
 * @param entries how many of the engine's transfers they contain
 */
record Balances(long atMillis, long earnE8, long futuresE8, int entries) {}
