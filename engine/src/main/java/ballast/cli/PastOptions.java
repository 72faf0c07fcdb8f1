package ballast.cli;

import ballast.backtest.JournalHistory;
import ballast.journal.JournalReader;
import ballast.journal.Span;
import ballast.report.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** An account's own past as the one that a policy is tried on. */
final class PastOptions {
  @Option(
      names = "--from-journal",
      description = "Try it on an account's recorded past, with what others moved kept.")
  boolean fromJournal;

  @Option(
      names = "--db",
      paramLabel = "PATH|URL",
      description = "The journal, where the configuration does not name it.")
  @Nullable String database;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "First moment of the journal, UTC, as 2026-11-22 or 2026-11-22T08:00:00Z.")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "TIME", description = "Moment after the last, UTC.")
  @Nullable String to;

  /**
   * The past of a journal and recorded prices exclude each other.
   *
   * @throws Failure with {@link ExitCode#USAGE} where options of both are given
   */
  void requireAlone(MarketOptions market) {
    boolean stray = !fromJournal && (database != null || from != null || to != null);
    if (stray || (fromJournal && market.isChosen())) {
      throw new Failure(
          ExitCode.USAGE,
          "give either --from-journal, with --db, --from and --to, or --data and --scenario");
    }
  }

  JournalPlace place(Subcommand command, PolicyOptions policy) {
    JournalOptions journal = new JournalOptions();
    journal.config = policy.config;
    journal.database = database;
    return journal.place(command);
  }

  /** The span of time asked for. */
  Span span() {
    return SpanOptions.span(Optional.empty(), from, to);
  }

  /**
   * The only account, or the one that is named.
   *
   * @throws Failure with {@link ExitCode#USAGE} where that leaves a doubt
   */
  static String account(JournalReader journal, @Nullable String named) {
    List<String> accounts = journal.accounts();
    if (named == null && accounts.size() == 1) {
      return accounts.get(0);
    }
    if (named == null) {
      throw new Failure(
          ExitCode.USAGE,
          accounts.isEmpty()
              ? "the journal has no account yet"
              : "which account? give --account; the journal has " + String.join(", ", accounts));
    }
    NamedAccount.require(journal, named);
    return named;
  }

  /**
   * The account's past.
   *
   * @throws Failure with {@link ExitCode#USAGE} when it has none in that time
   */
  static JournalHistory.Read read(JournalReader journal, String account, Span span) {
    try {
      return JournalHistory.read(journal, account, span);
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  /** The policy that the journal names last, free to move where it was a dry run. */
  static PolicyOptions.Tried recorded(JournalHistory.Read read) {
    return new PolicyOptions.Tried(
        read.policy().strategy(),
        read.policy().parameters(),
        PolicyOptions.live(read.policy().limits()));
  }

  static List<Figure> sources(JournalReader journal, String account) {
    return List.of(
        new Figure(
            "Journal",
            "account " + account + ", " + journal.lastSequence(account) + " links in its chain"));
  }

  /** What the past rests on. */
  static List<String> notes(JournalHistory.Read read) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "The recorded past of the account: equity shifted by what the difference of LDUSDT in"
            + " Futures counts for; what others moved and operators paused is kept.");
    notes.add("The books do not tell funding and interest from other changes of equity.");
    if (!read.knowsCollateral()) {
      notes.add(
          "The journal never asked what LDUSDT counts for; the paper account's table is assumed.");
    }
    if (!read.knowsEarn()) {
      notes.add("The journal never read what lies in Earn; it is taken for empty.");
    }
    return notes;
  }
}
