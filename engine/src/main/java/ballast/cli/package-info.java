/** The command line: one class per command, and what they share. */
@NullMarked
package ballast.cli;

import org.jspecify.annotations.NullMarked;
