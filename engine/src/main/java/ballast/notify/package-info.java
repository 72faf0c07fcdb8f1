/** Tells people and programs what a tick did, after the books are closed. */
@NullMarked
package ballast.notify;

import org.jspecify.annotations.NullMarked;
