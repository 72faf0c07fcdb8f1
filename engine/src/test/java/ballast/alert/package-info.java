@NullMarked
package ballast.alert;

import org.jspecify.annotations.NullMarked;
