package ballast.alert;

import ballast.strategy.Ratio;

/**
 * Where an observation becomes a condition.
 *
 * @param marginBelow uniMMR below this
 * @param weightAbove more of a minute's weight than this, as a fraction
 * @param diskBelowBytes less room than this where the journal is
 */
public record Levels(Ratio marginBelow, Ratio weightAbove, long diskBelowBytes) {}
