/**
 * The vocabulary of Ballast and the interface a strategy implements. Knows only the JDK, so that a
 * strategy can do no I/O and third parties compile against this one small jar.
 */
@NullMarked
package ballast.strategy;

import org.jspecify.annotations.NullMarked;
