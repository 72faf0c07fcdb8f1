/**
 * The paper exchange: a deterministic model of one Portfolio Margin account on a price path, its
 * clock, its faults, and its faces over HTTP and in process.
 */
@NullMarked
package ballast.paper;

import org.jspecify.annotations.NullMarked;
