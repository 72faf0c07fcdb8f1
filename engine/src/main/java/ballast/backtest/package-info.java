/**
 * What a policy would have done: the very {@link ballast.decide.Decider} that decides live, over
 * columns in memory, with no journal, no wire and no clock in the loop.
 */
@NullMarked
package ballast.backtest;

import org.jspecify.annotations.NullMarked;
