/**
 * The adapter to Binance Portfolio Margin: signing, wire, weight budget, clock offset and error
 * classes. The only room that opens HTTP connections to the exchange.
 */
@NullMarked
package ballast.binance;

import org.jspecify.annotations.NullMarked;
