package ballast;

import ballast.cli.CommandLineInterface;
import ballast.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Runs command lines in this process with the real parts, as a newcomer would type them. */
final class Shell {
  private final Path directory;
  private final InstantSource clock;

  Shell(Path directory) {
    this(directory, InstantSource.system());
  }

  Shell(Path directory, InstantSource clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /** What a command printed and returned. */
  record Said(int code, String out, String err) {}

  Said run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            directory,
            false);
    int code = new CommandLineInterface(new Workshop(clock), terminal).run(List.of(arguments));
    return new Said(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
