package ballast.tick;

import ballast.journal.Journal;
import ballast.journal.Lease;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether this engine keeps the account now. Another engine's lease makes it stand by; where there
 * is none, or it has run out, this one takes the account and its policy becomes the account's; but
 * a dry run does not take it from an engine that is none.
 */
final class Leadership {
  private static final Logger log = LoggerFactory.getLogger(Leadership.class);

  private final Assignment assignment;
  private final Journal journal;
  private boolean adopted;
  private boolean saidWhy;
  private long policy;

  Leadership(Assignment assignment, Journal journal) {
    this.assignment = assignment;
    this.journal = journal;
  }

  /** Who keeps the account instead; empty when this engine does. */
  Optional<Lease> elsewhere(long nowMillis) {
    Optional<Lease> lease = journal.lease(assignment.account());
    if (adopted && lease.isPresent() && lease.get().here()) {
      return Optional.empty();
    }
    if (lease.isPresent() && !lease.get().here() && !lease.get().over()) {
      return lease;
    }
    if (lease.isPresent() && isForbidden()) {
      return lease;
    }
    policy = journal.adopt(assignment.account(), assignment.policy(), nowMillis);
    adopted = true;
    saidWhy = false;
    return Optional.empty();
  }

  /** Says why, once. */
  private boolean isForbidden() {
    if (!assignment.policy().limits().dryRun()) {
      return false;
    }
    Optional<String> objection = journal.forbidsDryRun(assignment.account());
    if (objection.isPresent() && !saidWhy) {
      log.warn("{}", objection.get());
      saidWhy = true;
    }
    return objection.isPresent();
  }

  /** The journal's id of the policy. */
  long policy() {
    return policy;
  }

  /**
   * By the database's clock, which goes on while this machine is suspended: a monotonic clock does
   * not see that.
   */
  boolean holds() {
    return journal
        .lease(assignment.account())
        .filter(lease -> lease.here() && !lease.over())
        .isPresent();
  }
}
