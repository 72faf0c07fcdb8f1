package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.SharedPostgres;
import ballast.decide.Decision;
import ballast.strategy.AccountSnapshot;
import ballast.venue.Holdings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Two nodes on one PostgreSQL journal take one account from each other again and again, each in the
 * middle of what the other does. {@code -Dballast.rounds=} says how often each tries.
 */
class LeaseContestTest {
  private static final int ROUNDS = Integer.getInteger("ballast.rounds", 150);
  private static final long DAY_MILLIS = 86_400_000;
  private static final String ALL_LEASES_RUN_OUT = "UPDATE lease SET expires_ms = 0";

  private final AtomicLong time = new AtomicLong(Ticks.START);

  /** Who had each epoch. */
  private final Map<Long, Integer> holders = new ConcurrentHashMap<>();

  @Test
  void noEpochHasTwoHoldersAndNoAccountTwoOpenIntents() throws Exception {
    SharedPostgres database = SharedPostgres.database();
    String url = database.url();
    try (Connection observer = database.connect()) {
      JournalStore.openPostgres(url, System::nanoTime).close();
      ExecutorService threads = Executors.newFixedThreadPool(2);
      try {
        List<Future<Integer>> nodes = new ArrayList<>();
        for (int node = 1; node <= 2; node++) {
          int mine = node;
          nodes.add(threads.submit(() -> contest(mine, url)));
        }
        int refused = 0;
        for (Future<Integer> node : nodes) {
          refused += node.get();
        }
        System.out.println(
            "two nodes: " + holders.size() + " epochs, " + refused + " writes and takings refused");
      } finally {
        threads.shutdownNow();
      }
      assertThat(Set.copyOf(holders.values())).containsExactlyInAnyOrder(1, 2);
      requireOneOpenAtATime(observer);
      try (Journal journal = JournalStore.openPostgres(url, System::nanoTime)) {
        assertThat(journal.reader().check().breaks()).isEmpty();
      }
    }
  }

  /** How often this node was refused. */
  private int contest(int node, String url) throws SQLException {
    Random random = new Random(node);
    int refused = 0;
    try (Journal journal = JournalStore.openPostgres(url, System::nanoTime);
        Connection connection = DriverManager.getConnection(url);
        Statement aging = connection.createStatement()) {
      for (int round = 0; round < ROUNDS; round++) {
        if (random.nextInt(3) == 0) {
          aging.execute(ALL_LEASES_RUN_OUT);
        }
        try {
          live(node, journal, time.addAndGet(DAY_MILLIS), random);
        } catch (HeldElsewhereException e) {
          refused++;
        }
      }
    }
    return refused;
  }

  private void live(int node, Journal journal, long now, Random random) {
    long policy = journal.adopt("main", Ticks.POLICY, now);
    Lease lease = journal.lease("main").orElseThrow();
    if (lease.here()) {
      assertThat(
              holders.merge(lease.epoch(), node, (before, mine) -> before.equals(mine) ? mine : -1))
          .as("epoch %s", lease.epoch())
          .isEqualTo(node);
    }
    Books books = journal.books("main", now);
    AccountSnapshot snapshot = Ticks.account(now, "1.4");
    Decision decision = Ticks.decide(Ticks.POLICY, snapshot, books);
    if (books.open().isPresent()) {
      goOn(journal, books.open().get(), now, random);
    } else if (decision.kind() == Decision.Kind.MOVE) {
      Holdings before = Ticks.holdings(now);
      goOn(journal, journal.intend("main", policy, snapshot, decision, before), now, random);
    } else {
      journal.record("main", policy, snapshot, decision);
    }
  }

  private static void goOn(Journal journal, Intent begun, long now, Random random) {
    Intent intent = begun;
    while (!intent.state().isTerminal() && random.nextInt(5) > 0) {
      List<IntentState> next = intent.state().next().stream().sorted().toList();
      intent = journal.advance(intent, next.get(random.nextInt(next.size())), now, "contested");
    }
  }

  private static void requireOneOpenAtATime(Connection observer) throws SQLException {
    Map<Long, IntentState> open = new HashMap<>();
    try (Statement statement = observer.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT intent_id, state FROM transition ORDER BY link")) {
      while (rows.next()) {
        IntentState state = IntentState.valueOf(rows.getString("state"));
        if (state.isTerminal()) {
          open.remove(rows.getLong("intent_id"));
        } else {
          open.put(rows.getLong("intent_id"), state);
        }
        assertThat(open).hasSizeLessThanOrEqualTo(1);
      }
    }
  }
}
