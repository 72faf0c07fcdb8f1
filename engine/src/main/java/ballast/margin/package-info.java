/**
 * Portfolio Margin arithmetic: collateral, maintenance brackets, equity, uniMMR and what it allows.
 * Pure and exact; the paper exchange and the backtest share it.
 */
@NullMarked
package ballast.margin;

import org.jspecify.annotations.NullMarked;
