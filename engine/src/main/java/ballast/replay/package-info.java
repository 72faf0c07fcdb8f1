/** Decides again what the journal has, shows differences, and verifies the journal as a whole. */
@NullMarked
package ballast.replay;

import org.jspecify.annotations.NullMarked;
