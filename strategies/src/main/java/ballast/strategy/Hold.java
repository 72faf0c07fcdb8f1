package ballast.strategy;

/**
 * Nothing is to be moved, and why. Strategies keep their holds as constants: a hold allocates
 * nothing.
 *
 * @param reason a short sentence without figures (those stand in the decision's own columns)
 */
public record Hold(String reason) implements Need, Proposal {
  public Hold {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a hold must say its reason");
    }
  }
}
