package ballast.decide;

import static ballast.strategy.Direction.EARN_TO_FUTURE;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.strategy.Parameters;
import ballast.strategy.StrategyFactory;
import ballast.strategy.StrategyPlugin;
import ballast.strategy.Usdt;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
          return "Below floor move in one fixed step, else hold.";
        }

        @Override
        public String source() {
          return "an example";
        }

        @Override
        public List<Parameter> parameters() {
          return List.of(
              Parameter.required("floor", Parameter.Kind.RATIO, "uniMMR below which it moves"),
              Parameter.optional("step", Parameter.Kind.MONEY, "1000 USDT", "LDUSDT of one move"));
        }

        @Override
        public Strategy create(Parameters parameters) {
          return new Floor(parameters.ratio("floor"), parameters.money("step"));
        }
      }

      record Floor(Ratio floor, Usdt step) implements Strategy {
        private static final Hold ABOVE = new Hold("uniMMR is above the floor");
        private static final Hold NOTHING = new Hold("nothing is transferable");

        @Override
        public Need need(Situation now) {
          return floor.compareQuotient(now.equityE8(), now.maintenanceMarginE8()) < 0
              ? Direction.EARN_TO_FUTURE
              : ABOVE;
        }

        @Override
        public Proposal propose(Situation now, Transferable transferable) {
          Usdt amount = step.min(transferable.amount());
          return amount.isPositive()
              ? new Proposal.Move(amount, "uniMMR is below the floor")
              : NOTHING;
        }
      }
      """;

  @Test
  void decidesByAStrangersStrategyFromAJar(@TempDir Path folder) throws IOException {
    Path jar = jar(folder, CompiledSource.compile(folder, Map.of("acme/FloorPlugin.java", SOURCE)));
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader())) {
      List<StrategyFactory> found =
          ServiceLoader.load(StrategyPlugin.class, loader).stream()
              .flatMap(provider -> provider.get().strategies().stream())
              .toList();
      assertThat(found).extracting(StrategyFactory::name).contains("target-band", "hold", "floor");
      StrategyFactory factory =
          found.stream().filter(it -> it.name().equals("floor")).findFirst().orElseThrow();
      Decider decider =
          new Decider(
              factory.create(Parameters.of(factory.parameters(), Map.of("floor", "1.7x"))),
              Samples.LIMITS);
      assertThat(decider.asks(Samples.situation("170000"), Samples.GOOD)).isEmpty();
      assertThat(decider.asks(Samples.situation("169999"), Samples.GOOD)).contains(EARN_TO_FUTURE);
      Decision decision = decider.decide(Samples.facts("169999", EARN_TO_FUTURE, "5000"));
      assertThat(decision.kind()).isEqualTo(Decision.Kind.MOVE);
      assertThat(decision.amount()).isEqualTo(Usdt.of(1000));
      assertThat(decision.reason()).isEqualTo("uniMMR is below the floor");
    }
  }

  @Test
  void standsInTheGuideAsItIsTestedHere() throws IOException {
    Path guide = Path.of("..", "docs", "strategies.md");
    assertThat(Files.readString(guide)).contains("```java\n" + SOURCE + "```");
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
