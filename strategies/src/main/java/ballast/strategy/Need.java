package ballast.strategy;

/**
 * What a strategy says at first sight of the account: the direction in which LDUSDT is needed, or a
 * hold with its reason.
 */
public sealed interface Need permits Direction, Hold {}
