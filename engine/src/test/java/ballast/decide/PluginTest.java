package ballast.decide;

import static ballast.strategy.Direction.EARN_TO_FUTURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ballast.strategy.Memory;
import ballast.strategy.Parameters;
import ballast.strategy.Situation;
import ballast.strategy.StrategyFactory;
import ballast.strategy.StrategyPlugin;
import ballast.strategy.Usdt;
import ballast.strategy.contract.StrategyContract;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stranger's strategy, from source text to a decision: the example of docs/strategies.md. */
class PluginTest {
  private static final String SOURCE =
      """
      package acme;

      import ballast.strategy.*;
      import java.util.List;

      public final class FloorPlugin implements StrategyPlugin {
        @Override
        public List<StrategyFactory> strategies() {
          return List.of(new FloorFactory());
        }
      }

      final class FloorFactory implements StrategyFactory {
        @Override
        public String name() {
          return "floor";
        }

        @Override
        public String summary() {
          return "Below floor for some ticks in a row move in one fixed step, else hold.";
        }

        @Override
        public String source() {
          return "an example";
        }

        @Override
        public List<Parameter> parameters() {
          return List.of(
              Parameter.required("floor", Parameter.Kind.RATIO, "uniMMR below which it moves"),
              Parameter.optional("patience", Parameter.Kind.COUNT, "2", "ticks before it moves"),
              Parameter.optional("step", Parameter.Kind.MONEY, "1000 USDT", "LDUSDT of one move"));
        }

        @Override
        public Strategy create(Parameters parameters) {
          return new Floor(
              parameters.ratio("floor"), parameters.count("patience"), parameters.money("step"));
        }

        @Override
        public Memory recall(String text) {
          return text.isEmpty() ? Memory.NONE : new Below(Long.parseLong(text));
        }
      }

      record Below(long ticks) implements Memory {
        @Override
        public String text() {
          return Long.toString(ticks);
        }
      }

      record Floor(Ratio floor, long patience, Usdt step) implements Strategy {
        private static final Hold ABOVE = new Hold("uniMMR is above the floor");
        private static final Hold WAITING = new Hold("uniMMR is not below the floor for long");
        private static final Hold NOTHING = new Hold("nothing is transferable");

        @Override
        public Memory remember(Situation now) {
          return isBelow(now) ? new Below(ticksBelow(now)) : Memory.NONE;
        }

        @Override
        public Need need(Situation now) {
          if (!isBelow(now)) {
            return ABOVE;
          }
          return ticksBelow(now) < patience ? WAITING : Direction.EARN_TO_FUTURE;
        }

        @Override
        public Proposal propose(Situation now, Transferable transferable) {
          Usdt amount = step.min(transferable.amount());
          return amount.isPositive()
              ? new Proposal.Move(amount, "uniMMR is below the floor")
              : NOTHING;
        }

        private boolean isBelow(Situation now) {
          return floor.compareQuotient(now.equityE8(), now.maintenanceMarginE8()) < 0;
        }

        private static long ticksBelow(Situation now) {
          return now.memory() instanceof Below before ? before.ticks() + 1 : 1;
        }
      }
      """;

  private static final String CHECK =
      """
      package acme;

      import ballast.strategy.Ratio;
      import ballast.strategy.contract.StrategyContract;
      import java.util.Map;

      final class FloorCheck {
        public static void main(String[] args) {
          Ratio floor = Ratio.parse("1.7");
          StrategyContract.of(new FloorFactory())
              .with(Map.of("floor", "1.7x", "patience", "3"))
              .holdingWhere(
                  now -> floor.compareQuotient(now.equityE8(), now.maintenanceMarginE8()) >= 0)
              .check();
        }
      }
      """;

  @Test
  void decidesByAStrangersStrategyFromAJar(@TempDir Path folder) throws IOException {
    try (URLClassLoader loader = loader(folder)) {
      List<StrategyFactory> found =
          ServiceLoader.load(StrategyPlugin.class, loader).stream()
              .flatMap(provider -> provider.get().strategies().stream())
              .toList();
      assertThat(found).extracting(StrategyFactory::name).contains("target-band", "hold", "floor");
      StrategyFactory factory =
          found.stream().filter(it -> it.name().equals("floor")).findFirst().orElseThrow();
      StrategyContract.of(factory).check();
      Decider decider =
          new Decider(
              factory.create(Parameters.of(factory.parameters(), Map.of("floor", "1.7x"))),
              Samples.LIMITS);
      assertThat(decider.asks(Samples.situation("170000"), Samples.GOOD)).isEmpty();
      Decision first = decider.decide(Samples.facts("169999"));
      assertThat(first.reason()).isEqualTo("uniMMR is not below the floor for long");
      Situation.Recorded second = second(factory.recall(first.memory().text()));
      assertThat(decider.asks(second, Samples.GOOD)).contains(EARN_TO_FUTURE);
      Decision decision =
          decider.decide(
              new Facts(
                  second, Samples.GOOD, Optional.of(Samples.transferable(EARN_TO_FUTURE, "5000"))));
      assertThat(decision.kind()).isEqualTo(Decision.Kind.MOVE);
      assertThat(decision.amount()).isEqualTo(Usdt.of(1000));
      assertThat(decision.reason()).isEqualTo("uniMMR is below the floor");
      assertThat(decision.memory().text()).isEqualTo("2");
    }
  }

  private static Situation.Recorded second(Memory remembered) {
    Situation.Recorded first = Samples.situation("169999");
    return new Situation.Recorded(
        first.nowMillis() + 30_000,
        first.equityE8(),
        first.maintenanceMarginE8(),
        first.ldusdtInFuturesE8(),
        first.lastMoveMillis(),
        remembered);
  }

  @Test
  void runsTheStrangersOwnCheck(@TempDir Path folder) throws Exception {
    try (URLClassLoader loader = loader(folder)) {
      Method main = loader.loadClass("acme.FloorCheck").getMethod("main", String[].class);
      main.setAccessible(true);
      assertThatCode(() -> main.invoke(null, (Object) new String[0])).doesNotThrowAnyException();
    }
  }

  private URLClassLoader loader(Path folder) throws IOException {
    Path classes =
        CompiledSource.compile(
            folder, Map.of("acme/FloorPlugin.java", SOURCE, "acme/FloorCheck.java", CHECK));
    return new URLClassLoader(
        new URL[] {jar(folder, classes).toUri().toURL()}, getClass().getClassLoader());
  }

  @Test
  void standsInTheGuideAsItIsTestedHere() throws IOException {
    Path guide = Path.of("..", "docs", "strategies.md");
    assertThat(Files.readString(guide))
        .contains("```java\n" + SOURCE + "```", "```java\n" + CHECK + "```");
  }

  private static Path jar(Path folder, Path classes) throws IOException {
    Path jar = folder.resolve("floor.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> tree = Files.walk(classes)) {
      for (Path entry : tree.filter(Files::isRegularFile).toList()) {
        String name = classes.relativize(entry).toString().replace('\\', '/');
        add(out, name, Files.readAllBytes(entry));
      }
      add(
          out,
          "META-INF/services/" + StrategyPlugin.class.getName(),
          "acme.FloorPlugin\n".getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  private static void add(JarOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(bytes);
    out.closeEntry();
  }
}
