/** The port to an exchange: what Ballast asks of it and what it may answer. */
@NullMarked
package ballast.venue;

import org.jspecify.annotations.NullMarked;
