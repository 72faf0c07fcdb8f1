/** Who is told, against services on this machine. */
@NullMarked
package ballast.notify;

import org.jspecify.annotations.NullMarked;
