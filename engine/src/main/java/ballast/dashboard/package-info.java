/**
 * What a running engine's page says: the accounts against their levels, the last decisions, open
 * transfers with their evidence, and in plain words what is wrong and what to do. Knows no HTTP.
 */
@NullMarked
package ballast.dashboard;

import org.jspecify.annotations.NullMarked;
