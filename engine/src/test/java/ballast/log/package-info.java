@NullMarked
package ballast.log;

import org.jspecify.annotations.NullMarked;
