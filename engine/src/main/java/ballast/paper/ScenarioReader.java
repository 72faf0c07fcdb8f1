package ballast.paper;

import ballast.market.FundingRates;
import ballast.market.MarketFiles;
import ballast.market.PricePath;
import ballast.market.Rates;
import ballast.strategy.Parameter.Kind;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads scenario files strictly: an unknown or missing key is an error in one plain line. */
final class ScenarioReader {
  private final String where;

  /** The folder that file names are relative to; null inside the jar, where there are no files. */
  private final @Nullable Path folder;

  private ScenarioReader(String where, @Nullable Path folder) {
    this.where = where;
    this.folder = folder;
  }

  static Scenario resource(String name) {
    String path = "/scenarios/" + name + ".yml";
    try (InputStream in = ScenarioReader.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the scenario " + name + " is missing from this build");
      }
      return new ScenarioReader("scenario " + name, null)
          .read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("the scenario " + name + " cannot be read", e);
    }
  }

  static Scenario file(Path file) {
    String yaml;
    try {
      yaml = Files.readString(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + ": the scenario cannot be read: no such file?", e);
    }
    return new ScenarioReader(file.toString(), file.toAbsolutePath().getParent()).read(yaml);
  }

  private Scenario read(String yaml) {
    try {
      return scenario(StrictYaml.read(yaml, ScenarioFile.class));
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
    }
  }

  private Scenario scenario(ScenarioFile file) {
    ScenarioFile.Prices given = file.prices();
    if (given == null) {
      throw new IllegalArgumentException("prices is missing");
    }
    String name = required(file.name(), "name");
    List<DayFigures> days =
        given.days() == null
            ? List.of()
            : given.days().entrySet().stream().map(ScenarioReader::day).toList();
    PricePath prices = prices(name, given, days);
    Scenario plain = Scenario.ofPrices(prices);
    return new Scenario(
        name,
        required(file.title(), "title"),
        file.reconstructed(),
        days,
        prices,
        file.funding() == null ? plain.funding() : funding(file.funding()),
        file.apr() == null ? plain.apr() : apr(file.apr()),
        file.account() == null ? plain.account() : ScenarioAccount.of(file.account()),
        file.tick() == null ? plain.tick() : Kind.duration(file.tick()),
        file.demo() == null ? plain.demo() : demo(file.demo()));
  }

  private PricePath prices(String name, ScenarioFile.Prices prices, List<DayFigures> days) {
    if (prices.file() != null) {
      return MarketFiles.prices(resolve(prices.file()), prices.allowGaps());
    }
    if (days.isEmpty()) {
      throw new IllegalArgumentException("prices needs a file, or step, seed and days");
    }
    Duration step = Kind.duration(required(prices.step(), "prices.step"));
    return new ReconstructedPath(step.toMillis(), prices.seed()).through(name, days);
  }

  private FundingRates funding(ScenarioFile.Funding funding) {
    return funding.file() != null
        ? MarketFiles.funding(resolve(funding.file()), funding.allowGaps())
        : FundingRates.constant(signedPercent(required(funding.rate(), "funding.rate")));
  }

  private Rates apr(ScenarioFile.Apr apr) {
    return apr.file() != null
        ? MarketFiles.rates(resolve(apr.file()))
        : Rates.constant(Kind.percent(required(apr.rate(), "apr.rate")));
  }

  private static DemoPolicy demo(ScenarioFile.Demo demo) {
    ScenarioFile.Limits limits = demo.limits();
    return new DemoPolicy(
        demo.strategy(),
        demo.parameters(),
        new ballast.decide.Limits(
            false,
            Kind.money(limits.perTransfer()),
            Kind.money(limits.perDay()),
            Kind.money(limits.minTransfer()),
            Kind.duration(limits.minGap()).toMillis(),
            Kind.duration(limits.maxSnapshotAge()).toMillis()));
  }

  private static DayFigures day(Map.Entry<String, List<String>> entry) {
    List<String> figures = entry.getValue();
    if (figures.size() != 4) {
      throw new IllegalArgumentException(
          "day " + entry.getKey() + " needs four figures: open, high, low, close");
    }
    return new DayFigures(
        LocalDate.parse(entry.getKey()),
        Usdt.parse(figures.get(0)).e8(),
        Usdt.parse(figures.get(1)).e8(),
        Usdt.parse(figures.get(2)).e8(),
        Usdt.parse(figures.get(3)).e8());
  }

  private Path resolve(String file) {
    if (folder == null) {
      throw new IllegalArgumentException("a shipped scenario cannot name the file " + file);
    }
    return folder.resolve(file);
  }

  private static Ratio signedPercent(String text) {
    return text.startsWith("-")
        ? new Ratio(-Kind.percent(text.substring(1)).e8())
        : Kind.percent(text);
  }

  private static String required(@Nullable String text, String key) {
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException(key + " is missing");
    }
    return text;
  }
}
