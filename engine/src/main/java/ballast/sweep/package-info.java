/**
 * The search for a policy: which parameter sets there are, how each fares over an account's past,
 * which is best by an objective, and whether the choice holds on a past that it has not seen. Pure:
 * reads nothing, writes nothing, and answers alike on any number of threads.
 */
@NullMarked
package ballast.sweep;

import org.jspecify.annotations.NullMarked;
