package ballast.report;

import ballast.strategy.Ratio;

/**
 * The levels of uniMMR that a band strategy holds to, as a chart draws them.
 *
 * @param low below it LDUSDT is moved into Futures
 * @param lowTarget what that move aims at
 * @param highTarget what the move back aims at
 * @param high above it LDUSDT is moved back to Earn
 */
public record Band(Ratio low, Ratio lowTarget, Ratio highTarget, Ratio high) {}
