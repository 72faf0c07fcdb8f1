/**
 * The real engine on one thread under a seeded clock, network, exchange and crashes, for years of
 * simulated time.
 */
@NullMarked
package ballast.simulation;

import org.jspecify.annotations.NullMarked;
