package ballast.dashboard;

import ballast.strategy.Ratio;

/**
 * A level of uniMMR that a policy holds to.
 *
 * @param name as the strategy's parameter is called
 * @param at the uniMMR
 */
record Level(String name, Ratio at) {}
