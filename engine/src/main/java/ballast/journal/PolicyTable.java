package ballast.journal;

import ballast.decide.Fingerprint;
import ballast.decide.Limits;
import ballast.strategy.Ratio;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Policies, each stored once. */
final class PolicyTable {
  private static final String COLUMNS =
      "digest, since_ms, strategy, parameters, dry_run, per_transfer_e8, per_day_e8,"
          + " min_transfer_e8, min_gap_ms, max_snapshot_age_ms, code_version,"
          + " fingerprint_decimals, emergency_below_e8";

  private final Map<Long, Known> known = new HashMap<>();

  /**
   * A policy and the digest of its columns as they are.
   *
   * @param digest worked out from the columns, so that an edit shows in every link that names it
   */
  record Known(Policy policy, Digest digest) {}

  long adopt(Session session, Dialect dialect, Policy policy, long atMillis) {
    Digest digest = PolicyText.digest(policy);
    Optional<Long> there = find(session, digest);
    if (there.isPresent()) {
      return there.get();
    }
    Limits limits = policy.limits();
    session
        .sql(
            dialect.insertUnlessThere(
                "policy", COLUMNS, "digest", "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"))
        .digest(digest)
        .number(atMillis)
        .text(policy.strategy())
        .text(PolicyText.parameters(policy))
        .flag(limits.dryRun())
        .number(limits.perTransfer().e8())
        .number(limits.perDay().e8())
        .number(limits.minTransfer().e8())
        .number(limits.minGapMillis())
        .number(limits.maxSnapshotAgeMillis())
        .text(policy.codeVersion())
        .number(
            limits.fingerprint().isOff()
                ? OptionalLong.empty()
                : OptionalLong.of(limits.fingerprint().decimals()))
        .number(
            limits
                .emergencyBelow()
                .map(floor -> OptionalLong.of(floor.e8()))
                .orElse(OptionalLong.empty()))
        .run();
    return find(session, digest).orElseThrow();
  }

  private static Optional<Long> find(Session session, Digest digest) {
    return session
        .sql("SELECT id FROM policy WHERE digest = ?")
        .digest(digest)
        .first(row -> row.number("id"));
  }

  /**
   * @throws JournalException when there is no such policy
   */
  Known get(Session session, long id) {
    Known policy = known.get(id);
    if (policy == null) {
      policy = read(session, id).orElseThrow(() -> Rulebook.unknownPolicy(id));
      known.put(id, policy);
    }
    return policy;
  }

  void forget() {
    known.clear();
  }

  private static Optional<Known> read(Session session, long id) {
    return session
        .sql("SELECT " + COLUMNS + " FROM policy WHERE id = ?")
        .number(id)
        .first(
            row -> {
              Policy policy =
                  new Policy(
                      row.text("strategy"),
                      PolicyText.parse(row.text("parameters")),
                      new Limits(
                          row.flag("dry_run"),
                          row.usdt("per_transfer_e8"),
                          row.usdt("per_day_e8"),
                          row.usdt("min_transfer_e8"),
                          row.number("min_gap_ms"),
                          row.number("max_snapshot_age_ms"),
                          new Fingerprint(
                              (int) row.optionalNumber("fingerprint_decimals").orElse(0)),
                          row.optionalNumber("emergency_below_e8").stream()
                              .mapToObj(Ratio::new)
                              .findFirst()),
                      row.text("code_version"));
              return new Known(policy, PolicyText.digest(policy));
            });
  }
}
