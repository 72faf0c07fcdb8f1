/**
 * What an engine counts and measures, as Prometheus reads it. The only owner of Micrometer. Nothing
 * here can fail or hold up whoever reports to it.
 */
@NullMarked
package ballast.metrics;

import org.jspecify.annotations.NullMarked;
