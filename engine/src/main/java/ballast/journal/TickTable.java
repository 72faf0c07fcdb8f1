package ballast.journal;

import ballast.decide.Decision;
import ballast.decide.Facts;
import ballast.decide.Rule;
import ballast.decide.Standing;
import ballast.strategy.AccountSnapshot;
import ballast.strategy.AccountStatus;
import ballast.strategy.Direction;
import ballast.strategy.Situation;
import ballast.strategy.Transferable;
import ballast.strategy.Usdt;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Decisions with their snapshots, and skipped ticks. What a decision has in common with its
 * snapshot is stored in the snapshot alone.
 */
final class TickTable {
  static final String DECISIONS = "decision";
  static final String SKIPS = "skipped_tick";
  static final List<String> TABLES = List.of(DECISIONS, SKIPS);

  private static final int OUTLINES = 10_000;
  private static final String DECIDED_OUTLINES =
      "SELECT d.now_ms, d.kind, d.open_intent, s.uni_mmr_e8, s.ldusdt_in_futures_e8"
          + " FROM decision d JOIN snapshot s ON s.link = d.link"
          + " WHERE d.link BETWEEN ? AND ? AND d.now_ms >= ? AND d.now_ms < ?";
  private static final String SKIPPED_OUTLINES =
      "SELECT k.at_ms FROM skipped_tick k"
          + " WHERE k.link BETWEEN ? AND ? AND k.at_ms >= ? AND k.at_ms < ?";

  private final PhraseTable phrases;
  private final PolicyTable policies;

  TickTable(PhraseTable phrases, PolicyTable policies) {
    this.phrases = phrases;
    this.policies = policies;
  }

  void insert(Session session, long key, RecordedTick.Decided decided, Digest hash) {
    insertSnapshot(session, key, decided.snapshot());
    AccountSnapshot snapshot = decided.snapshot();
    Decision decision = decided.decision();
    Situation.Recorded situation = decision.facts().situation();
    Standing standing = decision.facts().standing();
    Optional<Transferable> transferable = decision.facts().transferable();
    session
        .sql(
            "INSERT INTO decision (link, policy_id, now_ms, equity_e8, maintenance_margin_e8,"
                + " ldusdt_in_futures_e8, status, last_move_ms, memory, snapshot_age_ms,"
                + " moved_today_e8, paused, open_intent, transferable_direction,"
                + " transferable_e8, index_price_e8, tiers_id, kind, direction, proposed_e8,"
                + " amount_e8, rule, reason_id, remembered, intent_id, intents_before, funding_e8,"
                + " funding_ms, hash)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                + " ?, ?, ?, ?, ?, ?)")
        .number(key)
        .number(decided.policy())
        .number(situation.nowMillis())
        .number(unless(snapshot.equity(), situation.equityE8()))
        .number(unless(snapshot.maintenanceMargin(), situation.maintenanceMarginE8()))
        .number(unless(snapshot.ldusdtInFutures(), situation.ldusdtInFuturesE8()))
        .name(Optional.of(standing.status()).filter(status -> status != snapshot.status()))
        .number(but(Situation.NEVER, situation.lastMoveMillis()))
        .text(situation.memory().text())
        .number(standing.snapshotAgeMillis())
        .number(standing.movedToday().e8())
        .text(FactsText.directions(standing.paused()))
        .number(standing.openIntent())
        .name(transferable.map(Transferable::direction))
        .number(number(transferable.map(read -> read.amount().e8())))
        .number(number(transferable.map(read -> read.collateral().indexPrice().e8())))
        .number(
            number(
                transferable.map(
                    read -> phrases.id(session, FactsText.tiers(read.collateral().tiers())))))
        .name(decision.kind())
        .name(decision.direction())
        .number(decision.proposed().e8())
        .number(decision.amount().e8())
        .name(decision.rule())
        .number(phrases.id(session, decision.reason()))
        .text(decision.memory().text())
        .number(decided.intent())
        .number(but(Standing.NOT_COUNTED, standing.intentsBefore()))
        .number(but(Situation.UNKNOWN, situation.fundingE8()))
        .number(but(Situation.NEVER, situation.fundingMillis()))
        .digest(hash)
        .run();
  }

  private static void insertSnapshot(Session session, long key, AccountSnapshot snapshot) {
    session
        .sql(
            "INSERT INTO snapshot (link, read_ms, equity_e8, actual_equity_e8,"
                + " maintenance_margin_e8, uni_mmr_e8, status, ldusdt_in_futures_e8)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .number(key)
        .number(snapshot.readAtMillis())
        .number(snapshot.equity().e8())
        .number(snapshot.actualEquity().e8())
        .number(snapshot.maintenanceMargin().e8())
        .number(snapshot.uniMmr().e8())
        .name(snapshot.status())
        .number(snapshot.ldusdtInFutures().e8())
        .run();
  }

  void insert(Session session, long key, RecordedTick.Skipped skipped, Digest hash) {
    session
        .sql(
            "INSERT INTO skipped_tick (link, policy_id, at_ms, reason_id, hash)"
                + " VALUES (?, ?, ?, ?, ?)")
        .number(key)
        .number(skipped.policy())
        .number(skipped.atMillis())
        .number(phrases.id(session, skipped.reason()))
        .digest(hash)
        .run();
  }

  /** Where in an account's chain the ticks of a span are. */
  static IdRange sequences(Session session, LinkKeys keys, Span span) {
    return sequences(session, DECISIONS, "now_ms", keys, span)
        .with(sequences(session, SKIPS, "at_ms", keys, span));
  }

  /** The account is told by division, so that the index by time is taken and not the key. */
  private static IdRange sequences(
      Session session, String table, String time, LinkKeys keys, Span span) {
    return session
        .sql(
            "SELECT MIN(link) - ? AS first_id, MAX(link) - ? AS last_id FROM "
                + table
                + " WHERE "
                + time
                + " >= ? AND "
                + time
                + " < ? AND link / 1000000000000 = ?")
        .number(keys.of(0))
        .number(keys.of(0))
        .number(span.fromMillis())
        .number(span.toMillis())
        .number(keys.account())
        .first(IdRange::read)
        .orElseThrow();
  }

  /** Adds the ticks of a window to what was read of it. */
  void read(Session session, ChainWindow window, Span span, List<StoredLink> links) {
    for (String table : TABLES) {
      links.addAll(
          window.rows(
              session, query(table), span, row -> stored(session, table, window.account(), row)));
    }
  }

  /** Tells the outlines of the ticks of a span that are in the tables. */
  static void outlines(
      Session session, AccountTable.Stored account, Span span, Consumer<TickOutline> sink) {
    IdRange range = sequences(session, account.keys(), span);
    for (long from = range.first(); from <= range.last(); from += OUTLINES) {
      long to = Math.min(range.last(), from + OUTLINES - 1);
      ChainWindow window = new ChainWindow(account.name(), account.keys(), from, to);
      window
          .rows(session, DECIDED_OUTLINES, span, row -> decidedOutline(row, account.name()))
          .forEach(sink);
      window
          .rows(session, SKIPPED_OUTLINES, span, row -> skippedOutline(row, account.name()))
          .forEach(sink);
    }
  }

  private static TickOutline decidedOutline(Row row, String account) {
    return new TickOutline(
        account,
        row.number("now_ms"),
        Optional.of(
            new TickOutline.Decided(
                row.one(Decision.Kind.class, "kind"),
                row.ratio("uni_mmr_e8"),
                row.usdt("ldusdt_in_futures_e8"),
                row.number("open_intent"))));
  }

  private static TickOutline skippedOutline(Row row, String account) {
    return new TickOutline(account, row.number("at_ms"), Optional.empty());
  }

  /** A row of {@link #query}, or what an archive has of it, as a link. */
  StoredLink stored(Session session, String table, String account, Row row) {
    return ChainWindow.stored(
        row,
        (read, sequence) ->
            link(
                session,
                table.equals(DECISIONS)
                    ? decided(read, account, sequence)
                    : skipped(read, account, sequence)));
  }

  /** Whole rows of a table of ticks: first and last link, first and last time are to be given. */
  static String query(String table) {
    return table.equals(DECISIONS)
        ? "SELECT d.*, s.read_ms, s.equity_e8 AS s_equity_e8, s.actual_equity_e8,"
            + " s.maintenance_margin_e8 AS s_maintenance_margin_e8, s.uni_mmr_e8,"
            + " s.status AS s_status, s.ldusdt_in_futures_e8 AS s_ldusdt_in_futures_e8,"
            + " (SELECT p.text FROM phrase p WHERE p.id = d.reason_id) AS reason,"
            + " (SELECT p.text FROM phrase p WHERE p.id = d.tiers_id) AS tiers"
            + " FROM decision d JOIN snapshot s ON s.link = d.link"
            + " WHERE d.link BETWEEN ? AND ? AND d.now_ms >= ? AND d.now_ms < ?"
        : "SELECT k.*, (SELECT p.text FROM phrase p WHERE p.id = k.reason_id) AS reason"
            + " FROM skipped_tick k WHERE k.link BETWEEN ? AND ? AND k.at_ms >= ? AND k.at_ms < ?";
  }

  private static RecordedTick.Skipped skipped(Row row, String account, long sequence) {
    return new RecordedTick.Skipped(
        account, sequence, row.number("at_ms"), row.number("policy_id"), row.text("reason"));
  }

  private Link link(Session session, RecordedTick tick) {
    return new Link.Tick(tick, policies.get(session, tick.policy()).digest());
  }

  private static RecordedTick decided(Row row, String account, long sequence) {
    AccountSnapshot snapshot =
        new AccountSnapshot(
            row.number("read_ms"),
            row.usdt("s_equity_e8"),
            row.usdt("actual_equity_e8"),
            row.usdt("s_maintenance_margin_e8"),
            row.ratio("uni_mmr_e8"),
            row.one(AccountStatus.class, "s_status"),
            row.usdt("s_ldusdt_in_futures_e8"));
    Decision decision =
        new Decision(
            facts(row, snapshot),
            row.one(Decision.Kind.class, "kind"),
            row.optional(Direction.class, "direction"),
            row.usdt("proposed_e8"),
            row.usdt("amount_e8"),
            row.optional(Rule.class, "rule"),
            row.text("reason"),
            new StoredMemory(row.text("remembered")));
    return new RecordedTick.Decided(
        account, sequence, row.number("policy_id"), snapshot, decision, row.number("intent_id"));
  }

  private static Facts facts(Row row, AccountSnapshot snapshot) {
    return new Facts(
        new Situation.Recorded(
            row.number("now_ms"),
            row.optionalNumber("equity_e8").orElse(snapshot.equity().e8()),
            row.optionalNumber("maintenance_margin_e8").orElse(snapshot.maintenanceMargin().e8()),
            row.optionalNumber("ldusdt_in_futures_e8").orElse(snapshot.ldusdtInFutures().e8()),
            row.optionalNumber("last_move_ms").orElse(Situation.NEVER),
            row.optionalNumber("funding_e8").orElse(Situation.UNKNOWN),
            row.optionalNumber("funding_ms").orElse(Situation.NEVER),
            new StoredMemory(row.text("memory"))),
        new Standing(
            row.optional(AccountStatus.class, "status").orElse(snapshot.status()),
            row.number("snapshot_age_ms"),
            row.usdt("moved_today_e8"),
            FactsText.directions(row.text("paused")),
            row.number("open_intent"),
            row.optionalNumber("intents_before").orElse(Standing.NOT_COUNTED)),
        FactsText.transferable(row));
  }

  private static OptionalLong unless(Usdt snapshot, long e8) {
    return snapshot.e8() == e8 ? OptionalLong.empty() : OptionalLong.of(e8);
  }

  /** The value, but for the one that stands for none. */
  private static OptionalLong but(long none, long value) {
    return value == none ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static OptionalLong number(Optional<Long> value) {
    return value.isPresent() ? OptionalLong.of(value.get()) : OptionalLong.empty();
  }
}
