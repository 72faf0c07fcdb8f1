package ballast.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ballast.crash.Ballast.Said;
import ballast.crash.World.Transfer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Engines are killed with -9 while they transfer all the time, and started again. Whatever the
 * moment, the exchange's ledger and the journal must tell one story. The system property {@code
 * ballast.kills} says how often.
 */
class KillIT {
  private static final int KILLS = Integer.getInteger("ballast.kills", 12);
  private static final int WORLDS = 2;
  private static final int SPEED = 600;

  /** Of what the exchange may have done too: the answer is late, wrong or never comes. */
  private static final String TROUBLE =
      """
      {"seed": %d, "faults": [
        {"kind": "timeout-after-effect", "path": "POST /sapi", "rate": "0.25", "hang": "300ms"},
        {"kind": "timeout-before-effect", "path": "POST /sapi", "rate": "0.15", "hang": "300ms"},
        {"kind": "reset-after-effect", "path": "POST /sapi", "rate": "0.1"},
        {"kind": "reset-before-effect", "path": "POST /sapi", "rate": "0.1"}]}
      """;

  /** How far the engine's idea of the exchange's time may be off: a tenth of a second, sped up. */
  private static final Duration CLOCKS_APART = Duration.ofSeconds(SPEED / 10);

  private static final Pattern MOVED =
      Pattern.compile("main/[0-9]+: (EARN_TO_FUTURE|FUTURE_TO_EARN) (\\S+) LDUSDT: (\\w+) ");

  @TempDir Path parent = Path.of("");

  @Test
  void noKillLosesOrRepeatsATransfer() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(WORLDS);
    try {
      List<Future<Story>> stories = new ArrayList<>();
      for (int seed = 1; seed <= WORLDS; seed++) {
        int mine = seed;
        stories.add(threads.submit(() -> live(mine, KILLS / WORLDS)));
      }
      for (Future<Story> story : stories) {
        System.out.println(story.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** What an engine had said of a transfer; the journal must know at least as much. */
  private record Acknowledged(Transfer transfer, String state) {}

  /** What became of one world. */
  private static final class Story {
    private final int seed;
    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private final List<Duration> reopened = new ArrayList<>();
    private final List<Duration> processor = new ArrayList<>();
    private final Map<String, Integer> states = new TreeMap<>();
    private int kills;
    private int ledger;

    Story(int seed) {
      this.seed = seed;
    }

    void started(Ballast engine) {
      reopened.add(engine.age());
      processor.add(engine.processorTime());
    }

    void heard(List<String> lines) {
      for (String line : lines) {
        Matcher moved = MOVED.matcher(line);
        if (moved.find()) {
          acknowledged.add(
              new Acknowledged(
                  new Transfer(moved.group(1), new BigDecimal(moved.group(2))), moved.group(3)));
        }
      }
    }

    private static long most(List<Duration> times) {
      return times.stream().mapToLong(Duration::toMillis).max().orElse(0);
    }

    private static long mean(List<Duration> times) {
      return times.stream().mapToLong(Duration::toMillis).sum() / Math.max(1, times.size());
    }

    @Override
    public String toString() {
      return "seed %d: %d kills, %d in the ledger, intents %s, %d acknowledged; start to running: max %d ms, mean %d ms (processor time: max %d ms, mean %d ms)"
          .formatted(
              seed,
              kills,
              ledger,
              states,
              acknowledged.size(),
              most(reopened),
              mean(reopened),
              most(processor),
              mean(processor));
    }
  }

  private Story live(int seed, int kills) throws Exception {
    Story story = new Story(seed);
    Random random = new Random(seed);
    Path folder = Files.createDirectory(parent.resolve("world-" + seed));
    try (World world = World.open(folder, SPEED, "30s")) {
      world.faults(TROUBLE.formatted(seed));
      while (story.kills < kills) {
        try (Ballast engine = world.engine()) {
          story.started(engine);
          chooseAMoment(world, engine, random);
          story.heard(engine.kill());
          story.kills++;
        }
      }
      settle(world, story);
      compare(world, story);
    }
    return story;
  }

  /** Any moment, or the one right after something moved. */
  private static void chooseAMoment(World world, Ballast engine, Random random) throws Exception {
    if (random.nextBoolean()) {
      int before = world.ledger().size();
      long patience = System.nanoTime() + Duration.ofSeconds(3).toNanos();
      while (world.ledger().size() == before && System.nanoTime() < patience) {
        engine.goOn(1);
      }
      engine.goOn(random.nextInt(4));
    } else {
      engine.goOn(random.nextInt(1_500));
    }
  }

  /** Stops cleanly, with nothing open. */
  private static void settle(World world, Story story) throws Exception {
    world.faults("{\"seed\": 0, \"faults\": []}");
    try (Ballast engine = world.engine()) {
      story.started(engine);
      world.ask("pause", "--db", "data", "--reason", "to compare");
      world.clock("{\"advance\": \"PT12M\"}");
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(100))
          .until(() -> open(world.intents()) == 0);
      Said said = engine.terminate();
      assertThat(said.code()).as(said.err()).isZero();
      story.heard(said.err().lines().toList());
    }
  }

  private static int open(JsonNode intents) {
    int open = 0;
    for (JsonNode intent : intents) {
      open += intent.get("settledAt").isNull() ? 1 : 0;
    }
    return open;
  }

  private static void compare(World world, Story story) throws IOException, InterruptedException {
    JsonNode intents = world.intentsOnDisk();
    JsonNode ledger = world.ledgerEntries();
    story.ledger = ledger.size();
    Iterator<JsonNode> entries = ledger.iterator();
    Iterator<Acknowledged> acknowledged = story.acknowledged.iterator();
    Acknowledged awaited = acknowledged.hasNext() ? acknowledged.next() : null;
    for (JsonNode intent : intents) {
      String state = intent.get("state").asString();
      story.states.merge(state, 1, Integer::sum);
      assertThat(state).isIn("SETTLED", "NOT_APPLIED", "REJECTED", "NOT_SENT", "ABANDONED");
      if (state.equals("SETTLED")) {
        assertThat(entries.hasNext()).as("an entry for %s in %s", intent, story).isTrue();
        same(intent, entries.next(), story);
      }
      if (awaited != null && awaited.transfer.equals(transfer(intent, "direction"))) {
        assertThat(state).as("%s, %s", intent, story).isIn(after(awaited.state));
        awaited = acknowledged.hasNext() ? acknowledged.next() : null;
      }
    }
    assertThat(entries.hasNext()).as("an entry without an intent, %s", story).isFalse();
    assertThat(awaited).as("acknowledged and lost, %s", story).isNull();
    Said verified = Ballast.run(world.folder(), "verify", "-c", "ballast.yml");
    assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
  }

  private static Transfer transfer(JsonNode node, String direction) {
    return new Transfer(
        node.get(direction).asString(), new BigDecimal(node.get("amount").asString()));
  }

  /** The entry is this intent's, and came when it was SENDING. */
  private static void same(JsonNode intent, JsonNode entry, Story story) {
    assertThat(transfer(entry, "transferType"))
        .as("%s, %s", intent, story)
        .isEqualTo(transfer(intent, "direction"));
    Instant moved = Instant.ofEpochMilli(entry.get("time").asLong());
    assertThat(moved)
        .as("%s, %s, %s", intent, entry, story)
        .isAfterOrEqualTo(Instant.parse(intent.get("sentAt").asString()).minus(CLOCKS_APART))
        .isBeforeOrEqualTo(Instant.parse(intent.get("settledAt").asString()).plus(CLOCKS_APART));
  }

  /** How an intent may end of which this was said. */
  private static Set<String> after(String state) {
    return switch (state) {
      case "CONFIRMED" -> Set.of("SETTLED");
      case "UNKNOWN" -> Set.of("SETTLED", "NOT_APPLIED");
      default -> Set.of(state);
    };
  }
}
