/** Wires everything by hand and runs it. */
@NullMarked
package ballast;

import org.jspecify.annotations.NullMarked;
