/**
 * What every strategy keeps to, as a check that any test can call: Ballast's own, and that of a
 * plugin, which needs nothing but this jar for it.
 */
@NullMarked
package ballast.strategy.contract;

import org.jspecify.annotations.NullMarked;
