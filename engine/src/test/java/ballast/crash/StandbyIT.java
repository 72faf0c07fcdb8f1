package ballast.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ballast.SharedPostgres;
import ballast.crash.Ballast.Said;
import ballast.crash.World.Transfer;
import ballast.journal.Lease;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two engines on one PostgreSQL journal, on one host. */
class StandbyIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration A_LEASE_AND_SOME = Lease.LENGTH.plusSeconds(60);
  private static final String STANDS_BY = "this engine stands by";
  private static final String TAKES_OVER = "this engine keeps the account now";

  private final String database = SharedPostgres.database().url();

  @TempDir Path folder = Path.of("");

  private World open(int speed, String schedule) throws IOException {
    World world = World.open(folder, speed, schedule);
    world.configure("ballast", "data", database);
    world.configure("standby", "standby", database);
    return world;
  }

  /** The first engine keeps the account from its first transfer on. */
  private static Ballast leader(World world) {
    Ballast first = world.engine();
    await().atMost(PATIENCE).until(() -> !world.ledger().isEmpty());
    return first;
  }

  private static Ballast standby(World world) {
    Ballast second = world.engine("standby");
    second.line(STANDS_BY);
    return second;
  }

  @Test
  void aCleanStopHandsOverAtOnce() throws IOException {
    try (World world = open(1, "1s");
        Ballast first = leader(world);
        Ballast second = standby(world)) {
      assertThat(first.terminate().code()).isZero();
      long stopped = System.nanoTime();
      second.line(TAKES_OVER);
      assertThat(Duration.ofNanos(System.nanoTime() - stopped))
          .isLessThan(Lease.LENGTH.dividedBy(2));
    }
  }

  @Test
  @Tag("minutes")
  void whatWasStoppedForLongerThanItsLeaseWritesNothingMore() throws Exception {
    try (World world = open(600, "30s");
        Ballast first = leader(world);
        Ballast second = standby(world)) {
      moves(world, 1);
      first.signal("STOP");
      long stopped = System.nanoTime();
      await().atMost(A_LEASE_AND_SOME).until(() -> second.said(TAKES_OVER).isPresent());
      Duration without = Duration.ofNanos(System.nanoTime() - stopped);
      moves(world, 3);
      first.signal("CONT");
      await().atMost(PATIENCE).until(() -> first.said(STANDS_BY).isPresent() || first.hasEnded());
      moves(world, 3);
      boolean stoodBy = first.said(STANDS_BY).isPresent();

      settle(world);
      assertThat(world.ask(folder.resolve("standby"), "status", "-c", "standby.yml"))
          .contains("main is kept by process " + second.id());
      assertThat(second.terminate().code()).isZero();
      first.close();
      compare(world);
      System.out.printf(
          "taken over after %d s; the first %s; %d in the ledger%n",
          without.toSeconds(),
          stoodBy ? "stood by" : "ended with its connection",
          world.ledger().size());
    }
  }

  private static void moves(World world, int more) throws Exception {
    int before = world.ledger().size();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> world.ledger().size() >= before + more);
  }

  private void settle(World world) throws Exception {
    Path standby = folder.resolve("standby");
    world.ask(standby, "pause", "-c", "standby.yml", "--reason", "to compare");
    world.clock("{\"advance\": \"PT12M\"}");
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              for (JsonNode intent : intents(world)) {
                if (intent.get("settledAt").isNull()) {
                  return false;
                }
              }
              return true;
            });
  }

  private JsonNode intents(World world) throws IOException {
    return JsonMapper.shared()
        .readTree(
            world.ask(
                folder.resolve("standby"),
                "report",
                "transfers",
                "-c",
                "standby.yml",
                "--format",
                "json"));
  }

  /** Every entry of the ledger is one settled intent, and nothing else is. */
  private static void compare(World world) throws Exception {
    List<Transfer> settled = new ArrayList<>();
    for (JsonNode intent : world.intentsOnDisk()) {
      if (intent.get("state").asString().equals("SETTLED")) {
        settled.add(
            new Transfer(
                intent.get("direction").asString(),
                new BigDecimal(intent.get("amount").asString())));
      }
    }
    assertThat(settled).isEqualTo(world.ledger());
    Said verified = Ballast.run(world.folder(), "verify", "-c", "ballast.yml");
    assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
  }
}
