/**
 * Decides. Pure: no clock, no I/O, no logging; replay calls it with stored facts and must get the
 * same bytes.
 */
@NullMarked
package ballast.decide;

import org.jspecify.annotations.NullMarked;
