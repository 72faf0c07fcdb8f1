package ballast.journal;

import ballast.alert.Delivery;
import ballast.venue.ApiCall;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads a journal in H2 or PostgreSQL, on a connection of its own for each question, which it
 * answers as of one moment; what the writer still shares a commit for is committed first. Safe for
 * several threads.
 */
final class SqlReader implements JournalReader {
  private static final int INTENTS = 1_000;

  private final Place place;
  private final Runnable flush;
  private final Path archives;

  SqlReader(Place place, Runnable flush) {
    this(place, flush, place.archives());
  }

  /**
   * @param archives the folder of archives beside the journal
   */
  SqlReader(Place place, Runnable flush, Path archives) {
    this.place = place;
    this.flush = flush;
    this.archives = archives;
  }

  @Override
  public List<String> accounts() {
    return asked(
        session -> AccountTable.all(session).stream().map(AccountTable.Stored::name).toList());
  }

  @Override
  public Policy policy(long id) {
    return asked(session -> new PolicyTable().get(session, id).policy());
  }

  @Override
  public void ticks(Span span, Consumer<RecordedTick> sink) {
    asked(
        session -> {
          for (AccountTable.Stored account : AccountTable.all(session)) {
            if (span.covers(account.name())) {
              ticks(session, account, span, sink);
            }
          }
          return 0;
        });
  }

  private void ticks(
      Session session, AccountTable.Stored account, Span span, Consumer<RecordedTick> sink) {
    try (ChainIterator ticks = ChainIterator.ticks(session, account, archives, span)) {
      ticks.forEachRemaining(stored -> sink.accept(tick(account.name(), stored)));
    }
  }

  @Override
  public void outlines(Span span, Consumer<TickOutline> sink) {
    asked(
        session -> {
          for (AccountTable.Stored account : AccountTable.all(session)) {
            if (span.covers(account.name())) {
              if (isArchived(session, account, span)) {
                ticks(session, account, span, tick -> sink.accept(TickOutline.of(tick)));
              } else {
                TickTable.outlines(session, account, span, sink);
              }
            }
          }
          return 0;
        });
  }

  /** True when a file may have something of the span. */
  private static boolean isArchived(Session session, AccountTable.Stored account, Span span) {
    return SeamTable.of(session, account.id()).stream()
        .anyMatch(seam -> seam.contents().meets(span));
  }

  @Override
  public Optional<RecordedTick> tick(String account, long sequence) {
    return asked(
        session ->
            AccountTable.find(session, account)
                .flatMap(stored -> ChainIterator.tick(session, stored, archives, sequence))
                .map(stored -> tick(account, stored)));
  }

  @Override
  public long lastSequence(String account) {
    return asked(
        session ->
            AccountTable.find(session, account).map(AccountTable.Stored::sequence).orElse(0L));
  }

  @Override
  public List<RecordedTick> lastTicks(String account, int most) {
    return asked(
        session ->
            AccountTable.find(session, account).stream()
                .flatMap(stored -> ChainIterator.lastTicks(session, stored, most).stream())
                .map(stored -> tick(account, stored))
                .toList());
  }

  private static RecordedTick tick(String account, StoredLink stored) {
    if (stored.link().isPresent() && stored.link().get() instanceof Link.Tick tick) {
      return tick.tick();
    }
    throw new JournalException(
        "account "
            + account
            + ", sequence "
            + stored.sequence()
            + " cannot be read ("
            + stored.fault()
            + "): run ballast verify");
  }

  @Override
  public List<Intent> intents(Span span) {
    return asked(
        session -> {
          Map<Long, String> names = names(session);
          IdRange ids = IntentTable.ids(session, span);
          List<Intent> intents = new ArrayList<>();
          for (long from = ids.first(); from <= ids.last(); from += INTENTS) {
            long to = Math.min(ids.last(), from + INTENTS - 1);
            IntentTable.read(session, from, to, id -> name(names, id)).stream()
                .filter(
                    intent ->
                        span.covers(intent.account()) && span.covers(intent.decidedAtMillis()))
                .forEach(intents::add);
          }
          return intents;
        });
  }

  @Override
  public List<IntentStep> steps(Span span) {
    Map<Long, String> wanted =
        intents(span).stream().collect(Collectors.toMap(Intent::id, Intent::account));
    if (wanted.isEmpty()) {
      return List.of();
    }
    return asked(
        session -> {
          IdRange ids = IntentTable.ids(session, span);
          List<IntentStep> steps = new ArrayList<>();
          for (long from = ids.first(); from <= ids.last(); from += INTENTS) {
            long to = Math.min(ids.last(), from + INTENTS - 1);
            steps.addAll(IntentTable.steps(session, from, to, wanted));
          }
          return steps;
        });
  }

  @Override
  public List<OperatorAct> acts(Span span) {
    return asked(
        session ->
            AccountTable.all(session).stream()
                .filter(account -> span.covers(account.name()))
                .flatMap(account -> ActTable.read(session, account, span).stream())
                .sorted(Comparator.comparingLong(OperatorAct::atMillis))
                .toList());
  }

  @Override
  public List<ForeignMove> foreign(Span span) {
    return asked(
        session ->
            AccountTable.all(session).stream()
                .filter(account -> span.covers(account.name()))
                .flatMap(account -> ForeignTable.read(session, account, span).stream())
                .sorted(Comparator.comparingLong(ForeignMove::atMillis))
                .toList());
  }

  @Override
  public void calls(Span span, BiConsumer<String, ApiCall> sink) {
    asked(
        session -> {
          calls(session, span, sink);
          return 0;
        });
  }

  private void calls(Session session, Span span, BiConsumer<String, ApiCall> sink) {
    Map<Long, String> names = names(session);
    Map<Long, List<Seam>> seams = new HashMap<>();
    for (AccountTable.Stored account : AccountTable.all(session)) {
      if (span.covers(account.name())) {
        ArchivedCalls calls = new ArchivedCalls(session, account, archives);
        calls.read(span, call -> sink.accept(account.name(), call));
        seams.put(account.id(), calls.seams());
      }
    }
    CallTable.read(session, span, id -> name(names, id), seams, sink);
  }

  @Override
  public void weights(Span span, WeightSink sink) {
    asked(
        session -> {
          if (AccountTable.all(session).stream()
              .anyMatch(account -> isArchived(session, account, span))) {
            calls(
                session,
                span,
                (account, call) -> sink.add(account, call.atMillis(), call.weight()));
          } else {
            Map<Long, String> names = names(session);
            CallTable.weights(session, span, id -> name(names, id), sink);
          }
          return 0;
        });
  }

  @Override
  public List<Delivery> deliveries(Span span) {
    return asked(session -> AlertTable.read(session, span));
  }

  @Override
  public List<ChainHead> heads() {
    return asked(
        session ->
            AccountTable.all(session).stream()
                .map(
                    account ->
                        new ChainHead(account.name(), account.sequence(), account.head().hex()))
                .toList());
  }

  @Override
  public ChainCheck check() {
    return check(true);
  }

  /** Walks every chain from behind its archives, which are taken to be as they were written. */
  ChainCheck checkTables() {
    return check(false);
  }

  private ChainCheck check(boolean archivesToo) {
    return asked(
        session -> {
          long links = 0;
          List<String> breaks = new ArrayList<>();
          Map<String, String> heads = new TreeMap<>();
          for (AccountTable.Stored account : AccountTable.all(session)) {
            ChainWalk walk =
                archivesToo
                    ? new ChainWalk(account.name())
                    : new ChainWalk(account.name(), SeamTable.of(session, account.id()));
            try (ChainIterator chain =
                archivesToo
                    ? new ChainIterator(session, account, archives)
                    : ChainIterator.inTables(session, account)) {
              walk.walk(chain)
                  .or(() -> walk.endsAt(account.sequence(), account.head(), account.openIntent()))
                  .ifPresent(breaks::add);
            }
            links += walk.links();
            heads.put(account.name(), account.head().hex());
          }
          return new ChainCheck(links, breaks, heads);
        });
  }

  private static Map<Long, String> names(Session session) {
    return AccountTable.all(session).stream()
        .collect(Collectors.toMap(AccountTable.Stored::id, AccountTable.Stored::name));
  }

  private static String name(Map<Long, String> names, long id) {
    return names.getOrDefault(id, "account " + id);
  }

  private <T> T asked(Function<Session, T> question) {
    flush.run();
    try (Session session = Session.ofOneMoment(place.connect())) {
      T answer = question.apply(session);
      session.commit();
      return answer;
    } catch (SqlFailure e) {
      throw place.explain(e.exception());
    } catch (SQLException e) {
      throw place.explain(e);
    }
  }
}
