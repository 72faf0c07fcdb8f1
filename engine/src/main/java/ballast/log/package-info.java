/** What may stand in a log: the last layer between a secret and a file. */
@NullMarked
package ballast.log;

import org.jspecify.annotations.NullMarked;
