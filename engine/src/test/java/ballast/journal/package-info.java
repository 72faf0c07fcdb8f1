/** The journal's contract, held to by every journal there is. */
@NullMarked
package ballast.journal;

import org.jspecify.annotations.NullMarked;
