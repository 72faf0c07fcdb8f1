package ballast;

import ballast.cli.CommandLineInterface;
import ballast.cli.Terminal;
import ballast.cli.Wiring;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Runs command lines in this process with the real parts, as a newcomer would type them. */
final class Shell {
  private final Path directory;
  private final Wiring wiring;

  Shell(Path directory) {
    this(directory, InstantSource.system());
  }

  Shell(Path directory, InstantSource clock) {
    this(directory, new Workshop(clock));
  }

  /** Runs them with other parts. */
  Shell(Path directory, Wiring wiring) {
    this.directory = directory;
    this.wiring = wiring;
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
    int code = new CommandLineInterface(wiring, terminal).run(List.of(arguments));
    return new Said(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
