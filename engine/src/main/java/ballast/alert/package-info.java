/**
 * What is wrong with an engine, and what of it is to be told now. Pure: what was observed is handed
 * in, and what is to be told comes out.
 */
@NullMarked
package ballast.alert;

import org.jspecify.annotations.NullMarked;
