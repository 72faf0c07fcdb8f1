package ballast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds docs/faults.md to what there is: every fault has its line, every test that is named is
 * there.
 */
final class FaultsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "faults.md");
  private static final Map<String, Integer> FAULTS =
      new TreeMap<>(Map.of("N", 17, "T", 7, "P", 17, "D", 9, "C", 7, "S", 11));
  private static final Pattern LINE = Pattern.compile("^\\| ([NTPDCS][0-9]+) \\|(.*)$");
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT|Contract))\\.(\\w+)`");
  private static final String NO_TEST = "no test: see RATIONALE.md";

  private static Map<String, String> lines() throws IOException {
    return Files.readAllLines(PAGE).stream()
        .map(LINE::matcher)
        .filter(line -> line.matches())
        .collect(Collectors.toMap(line -> line.group(1), line -> line.group(2), (a, b) -> a + b));
  }

  @Test
  void everyFaultHasItsLine() throws IOException {
    List<String> all = new ArrayList<>();
    FAULTS.forEach(
        (kind, count) -> {
          for (int i = 1; i <= count; i++) {
            all.add(kind + i);
          }
        });
    assertThat(lines().keySet()).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void everyLineNamesATestOrTheRationaleSaysWhyNot() throws IOException {
    String rationale = Files.readString(Path.of("..", "docs", "RATIONALE.md"));
    lines()
        .forEach(
            (fault, line) -> {
              if (line.contains(NO_TEST)) {
                assertThat(rationale).contains("\n- " + fault + ", ");
              } else {
                assertThat(TEST.matcher(line).find()).as(fault).isTrue();
              }
            });
  }

  @Test
  void everyTestThatIsNamedIsThere() throws IOException {
    Map<String, Path> classes = testClasses();
    for (MatchResult named : TEST.matcher(Files.readString(PAGE)).results().toList()) {
      assertThat(classes).as(named.group()).containsKey(named.group(1));
      assertThat(Files.readString(classes.get(named.group(1))))
          .as(named.group())
          .containsPattern("(void|ArchRule) " + named.group(2) + "\\b");
    }
  }

  /** By simple name; the strategies' are on no class path of this module. */
  private static Map<String, Path> testClasses() throws IOException {
    Map<String, Path> classes = new TreeMap<>();
    for (Path root :
        List.of(
            Path.of("src", "test", "java"), Path.of("..", "strategies", "src", "test", "java"))) {
      try (Stream<Path> files = Files.walk(root)) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .forEach(file -> classes.put(simpleName(file), file));
      }
    }
    return classes;
  }

  private static String simpleName(Path file) {
    return String.valueOf(file.getFileName()).replace(".java", "");
  }
}
