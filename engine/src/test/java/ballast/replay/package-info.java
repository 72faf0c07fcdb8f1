/** Deciding again, over journals that lived. */
@NullMarked
package ballast.replay;

import org.jspecify.annotations.NullMarked;
