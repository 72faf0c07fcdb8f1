package ballast;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandLineInterface;
import ballast.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What helps a person at a shell: completion, the manual page, colours. */
class HelpfulTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  private Shell.Said run(String... line) {
    Shell.Said said = new Shell(directory).run(line);
    assertThat(said.code()).as(said.err()).isZero();
    return said;
  }

  /** Every command's name, as the help lists them. */
  private List<String> commands() {
    return Pattern.compile("(?m)^  ([a-z-]+) {2,}\\S")
        .matcher(run("--help").out())
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void theManualPageHasEveryCommand() {
    String page = run("man").out();

    assertThat(commands()).hasSizeGreaterThan(20).contains("check", "alert", "completion", "man");
    for (String command : commands()) {
      assertThat(page).contains(".SS \"ballast " + command.replace("-", "\\-"));
    }
    assertThat(page)
        .contains("\\fB\\-c, \\-\\-config FILE\\fR", ".SS \"ballast alert test\"")
        .doesNotContain("${");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void theCompletionKnowsEveryCommand(String shell) {
    assertThat(run("completion", shell).out()).contains(commands());
  }

  static boolean hasBash() {
    return Files.isExecutable(Path.of("/bin/bash"));
  }

  @Test
  @EnabledIf("hasBash")
  void bashCompletesByIt() throws IOException, InterruptedException {
    Path script = directory.resolve("completion.bash");
    Files.writeString(script, run("completion", "bash").out());
    String asks =
        "source "
            + script
            + "; COMP_WORDS=(ballast ch); COMP_CWORD=1; _complete_ballast 2>/dev/null;"
            + " echo \"${COMPREPLY[*]}\"; COMP_WORDS=(ballast report --fo); COMP_CWORD=2;"
            + " _complete_ballast 2>/dev/null; echo \"${COMPREPLY[*]}\"";
    Process bash = new ProcessBuilder("/bin/bash", "--norc", "-c", asks).start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(bash.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(said.lines()).containsExactly("check", "--format");
  }

  @Test
  void anUnknownShellIsAWrongCommandLine() {
    assertThat(new Shell(directory).run("completion", "fish").code()).isEqualTo(2);
    assertThat(new Shell(directory).run("status", "--log-format", "xml").code()).isEqualTo(2);
  }

  private String helpOn(boolean interactive) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(stream, stream, directory, interactive);
    new CommandLineInterface(new Workshop(InstantSource.system()), terminal)
        .run(List.of("check", "--help"));
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void helpIsColouredForAPersonAlone() {
    assertThat(helpOn(false)).doesNotContain("\u001b").contains("--config");
    assertThat(helpOn(true).contains("\u001b")).isEqualTo(CommandLineInterface.isColourWanted());
  }
}
