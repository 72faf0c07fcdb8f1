/** The packaged program as processes: killed, stopped, started twice. */
@NullMarked
package ballast.crash;

import org.jspecify.annotations.NullMarked;
