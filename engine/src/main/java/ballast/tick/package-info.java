/**
 * Runs ticks: reads, decides, journals, moves, settles; and the schedule that pokes it. The only
 * room that can move money.
 */
@NullMarked
package ballast.tick;

import org.jspecify.annotations.NullMarked;
