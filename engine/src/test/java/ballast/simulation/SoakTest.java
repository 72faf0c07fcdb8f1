package ballast.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Hours of the simulation on fresh seeds: {@code mvn verify -Psoak -Dballast.soak.minutes=60}. */
@Tag("soak")
class SoakTest {
  private static final int MONTH = 30;
  private static final double STORMY = 0.3;
  private static final double FAIR = 0.05;

  @Test
  void keepsEveryInvariantForAsLongAsAsked() {
    long end =
        System.nanoTime() + TimeUnit.MINUTES.toNanos(Long.getLong("ballast.soak.minutes", 1));
    long seed = System.currentTimeMillis() * 1_000;
    System.out.println("soak: seeds from " + seed);
    Stretch stormy = new Stretch("stormy (0.3) ", new Campaign(MONTH, STORMY, Mutant.NONE), 200);
    Stretch fair = new Stretch("fair   (0.05)", new Campaign(MONTH, FAIR, Mutant.NONE), 200);
    Stretch tables =
        new Stretch("on H2  (0.3) ", new Campaign(MONTH, STORMY, Mutant.NONE).onH2(), 4);
    List<Stretch> stretches = List.of(stormy, fair, tables);
    while (System.nanoTime() < end && stretches.stream().allMatch(Stretch::holds)) {
      for (Stretch stretch : stretches) {
        stretch.run(seed);
      }
      seed += 200;
    }
    stretches.forEach(System.out::println);
    System.out.println(stormy.result.tally().coverage().table());
    for (Stretch stretch : stretches) {
      assertThat(stretch.result.failures()).as(stretch.name).isEmpty();
    }
    assertThat(stormy.result.tally().coverage().empty()).isEmpty();
  }

  /** One kind of run, a part of each round, and what all of them came to. */
  private static final class Stretch {
    private static final OperatingSystemMXBean MACHINE =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final String name;
    private final Campaign campaign;
    private final long seedsARound;
    private final Campaign.Result result = Campaign.nothing();
    private long cpuNanos;

    Stretch(String name, Campaign campaign, long seedsARound) {
      this.name = name;
      this.campaign = campaign;
      this.seedsARound = seedsARound;
    }

    void run(long seed) {
      long begun = MACHINE.getProcessCpuTime();
      result.add(campaign.run(seed, seedsARound));
      cpuNanos += MACHINE.getProcessCpuTime() - begun;
    }

    boolean holds() {
      return result.failures().isEmpty();
    }

    @Override
    public String toString() {
      double hours = cpuNanos / 3.6e12;
      return String.format(
          Locale.ROOT,
          "%s: %s; %.1f CPU-minutes, %.0f years a CPU-hour",
          name,
          result.tally(),
          hours * 60,
          result.tally().years() / hours);
    }
  }
}
