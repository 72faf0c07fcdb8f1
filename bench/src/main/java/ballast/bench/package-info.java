/**
 * How fast a backtest walks, beside the limit of a bare loop and beside a general-purpose engine.
 */
@NullMarked
package ballast.bench;

import org.jspecify.annotations.NullMarked;
