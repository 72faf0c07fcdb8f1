package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The manual page, of a small command line. */
class ManPageTest {
  @Command(
      name = "tool",
      header = "Does things.",
      description = ".starts with a dot",
      footer = "0 done")
  private static final class Tool {}

  @Command(name = "cut", description = "Cuts a \\ in two.")
  @SuppressWarnings("UnusedVariable") // the model alone matters
  private static final class Cut {
    @Parameters(paramLabel = "WHAT", description = "What to cut.")
    String what = "";

    @Option(
        names = {"-d", "--deep"},
        paramLabel = "N",
        description = "How deep.",
        defaultValue = "3")
    int deep;

    @Option(names = "--debug", description = "Say more.")
    boolean debug;
  }

  @Command(name = "glue", description = "Glues.")
  @SuppressWarnings("UnusedVariable") // the model alone matters
  private static final class Glue {
    @Option(names = "--debug", description = "Say more.")
    boolean debug;
  }

  private static CommandSpec tool() {
    return new CommandLine(new Tool())
        .addSubcommand(new CommandLine(new Cut()))
        .addSubcommand(new CommandLine(new Glue()))
        .getCommandSpec();
  }

  private static List<String> page() {
    return ManPage.of(tool(), "1.0").lines().toList();
  }

  @Test
  void hasTheSectionsOfAManualPage() {
    assertThat(page().get(0)).isEqualTo(".TH TOOL 1 \"\" \"tool 1.0\" \"User Commands\"");
    assertThat(page())
        .filteredOn(line -> line.startsWith(".SH"))
        .containsExactly(
            ".SH \"NAME\"",
            ".SH \"SYNOPSIS\"",
            ".SH \"DESCRIPTION\"",
            ".SH \"OPTIONS\"",
            ".SH \"COMMANDS\"",
            ".SH \"EXIT STATUS\"",
            ".SH \"ENVIRONMENT\"");
  }

  @Test
  void saysOnceWhatEveryCommandKnowsAndTheRestWithItsCommand() {
    assertThat(page()).filteredOn(line -> line.contains("debug")).hasSize(1);
    assertThat(page())
        .containsSubsequence(
            ".SH \"OPTIONS\"",
            "\\fB\\-\\-debug\\fR",
            ".SS \"tool cut WHAT\"",
            "\\fBWHAT\\fR",
            "What to cut.",
            "\\fB\\-d, \\-\\-deep N\\fR",
            "How deep.",
            ".SS \"tool glue\"");
  }

  @Test
  void noTextIsTakenForARequest() {
    assertThat(page()).contains("\\&.starts with a dot", "Cuts a \\e in two.");
  }
}
