package ballast.paper;

import ballast.strategy.Parameter;
import ballast.strategy.Ratio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong, and when: a seed and a list, so that the same calls in the same order meet the
 * same trouble. Written as JSON or YAML:
 *
 * <pre>{"seed": 7, "faults": [
 *   {"kind": "timeout-after-effect", "path": "earn-asset-transfer", "rate": "0.3", "hang": "2s"},
 *   {"kind": "http-429", "nth": 5, "count": 1}, {"kind": "read-lag", "lag": "30s"}]}</pre>
 *
 * Kinds: timeout, http-5xx and reset, each -before-effect or -after-effect; http-429, http-418,
 * garbage, read-lag. Safe for several threads.
 */
public final class Faults {
  private static final Duration DEFAULT_HANG = Duration.ofSeconds(2);
  private static final Duration DEFAULT_LAG = Duration.ofSeconds(30);

  private final long seed;
  private final List<Fault> faults;
  private final SplittableRandom random;
  private final long[] matched;
  private final long[] struck;

  /** Faults in the order in which they are tried; the first that strikes is taken. */
  public Faults(long seed, List<Fault> faults) {
    this.seed = seed;
    this.faults = List.copyOf(faults);
    this.random = new SplittableRandom(seed);
    this.matched = new long[faults.size()];
    this.struck = new long[faults.size()];
  }

  /** Nothing goes wrong. */
  public static Faults none() {
    return new Faults(0, List.of());
  }

  /**
   * Reads a plan from a file.
   *
   * @throws IllegalArgumentException in one plain line
   */
  public static Faults read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new IllegalArgumentException(file + ": the faults cannot be read: no such file?", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads a plan from JSON or YAML.
   *
   * @throws IllegalArgumentException in one plain line
   */
  public static Faults parse(String text) {
    Plan plan = StrictYaml.read(text, Plan.class);
    List<Entry> entries = plan.faults() == null ? List.of() : plan.faults();
    return new Faults(plan.seed(), entries.stream().map(Entry::fault).toList());
  }

  /** How many faults are planned. */
  public int size() {
    return faults.size();
  }

  /** The seed, to print with a failure. */
  public long seed() {
    return seed;
  }

  /** How long balances and account hide a transfer, exchange time; zero without that fault. */
  public long readLagMillis() {
    return faults.stream()
        .filter(fault -> fault.kind() == Fault.Kind.READ_LAG)
        .mapToLong(fault -> fault.lag().toMillis())
        .max()
        .orElse(0);
  }

  /** The fault that this call meets, if any; every call counts. */
  synchronized Optional<Fault> strike(String method, String path) {
    String call = method + " " + path;
    for (int i = 0; i < faults.size(); i++) {
      Fault fault = faults.get(i);
      if (fault.kind() != Fault.Kind.READ_LAG && call.contains(fault.path()) && strikes(i)) {
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  private boolean strikes(int index) {
    Fault fault = faults.get(index);
    matched[index]++;
    if (struck[index] >= fault.count().orElse(fault.nth().isPresent() ? 1 : Long.MAX_VALUE)
        || matched[index] < fault.nth().orElse(1)
        || random.nextLong(Ratio.ONE.e8()) >= fault.rate().e8()) {
      return false;
    }
    struck[index]++;
    return true;
  }

  private record Plan(long seed, @Nullable List<Entry> faults) {}

  private record Entry(
      String kind,
      @Nullable String path,
      @Nullable String rate,
      @Nullable Long nth,
      @Nullable Long count,
      @Nullable String hang,
      @Nullable String lag) {
    Fault fault() {
      return new Fault(
          Fault.Kind.of(String.valueOf(kind))
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "there is no fault \"" + kind + "\"; known are " + labels())),
          path == null ? "" : path,
          rate == null ? Ratio.ONE : Ratio.parse(rate),
          nth == null ? OptionalLong.empty() : OptionalLong.of(nth),
          count == null ? OptionalLong.empty() : OptionalLong.of(count),
          hang == null ? DEFAULT_HANG : Parameter.Kind.duration(hang),
          lag == null ? DEFAULT_LAG : Parameter.Kind.duration(lag));
    }

    private static String labels() {
      return String.join(", ", Arrays.stream(Fault.Kind.values()).map(Fault.Kind::label).toList());
    }
  }
}
