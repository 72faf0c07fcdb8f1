/** Recorded and reconstructed market paths: price, funding and rate files, read strictly. */
@NullMarked
package ballast.market;

import org.jspecify.annotations.NullMarked;
