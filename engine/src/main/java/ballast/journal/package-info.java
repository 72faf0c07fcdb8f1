/**
 * The journal: every decision and result, append-only, hash-chained. The only room that knows SQL.
 */
@NullMarked
package ballast.journal;

import org.jspecify.annotations.NullMarked;
