package ballast.cli;

import ballast.config.ConfigException;
import ballast.journal.JournalException;
import ballast.log.LogFormat;
import ballast.log.LogLines;
import ballast.venue.VenueUnreachableException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Parses a command line, runs its command, and turns every failure into one plain line and an exit
 * code.
 */
public final class CommandLineInterface {
  private final Wiring wiring;
  private final Terminal terminal;

  public CommandLineInterface(Wiring wiring, Terminal terminal) {
    this.wiring = wiring;
    this.terminal = terminal;
  }

  /**
   * @return the exit code, one of {@link ExitCode}
   */
  public int run(List<String> arguments) {
    return execute(
        new Session(
            wiring,
            terminal,
            arguments,
            new JournalAccess.Own(wiring, terminal, arguments),
            Optional.empty()));
  }

  static int execute(Session session) {
    Terminal terminal = session.terminal();
    CommandLine line = new CommandLine(new Root());
    for (Subcommand command : Root.subcommands(session)) {
      CommandLine below = new CommandLine(command);
      command.inner().forEach(below::addSubcommand);
      line.addSubcommand(below);
    }
    line.setOut(writer(terminal.out()));
    line.setErr(writer(terminal.err()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setColorScheme(CommandLine.Help.defaultColorScheme(colours(terminal)));
    line.setExecutionStrategy(
        parsed -> {
          if (session.running().isEmpty()) { // else the log is the engine's
            LogLines.use(logFormat(parsed));
          }
          return new CommandLine.RunLast().execute(parsed);
        });
    line.setParameterExceptionHandler((e, given) -> usage(e, terminal));
    line.setExecutionExceptionHandler((e, failed, parsed) -> failed(e, parsed, terminal));
    int code = executed(line, session);
    terminal.out().flush();
    terminal.err().flush();
    return code;
  }

  /** An error of the machine itself, such as a jar replaced while it runs, is one line too. */
  private static int executed(CommandLine line, Session session) {
    try {
      return line.execute(session.arguments().toArray(String[]::new));
    } catch (LinkageError e) {
      session
          .terminal()
          .err()
          .println("ballast: internal error, " + e + "; was the jar replaced while it ran?");
      if (session.arguments().contains("--debug")) {
        e.printStackTrace(session.terminal().err());
      }
      return ExitCode.INTERNAL;
    }
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  private static int usage(ParameterException e, Terminal terminal) {
    terminal
        .err()
        .println(
            "ballast: "
                + firstLine(e)
                + " (see "
                + e.getCommandLine().getCommandSpec().qualifiedName()
                + " --help)");
    return ExitCode.USAGE;
  }

  private static int failed(Exception e, ParseResult parsed, Terminal terminal) {
    terminal.err().println("ballast: " + firstLine(e));
    if (debug(parsed)) {
      e.printStackTrace(terminal.err());
    }
    return exitCode(e);
  }

  private static int exitCode(Exception e) {
    if (e instanceof Failure failure) {
      return failure.exitCode();
    }
    if (e instanceof ConfigException) {
      return ExitCode.CONFIGURATION;
    }
    if (e instanceof VenueUnreachableException) {
      return ExitCode.VENUE;
    }
    return e instanceof JournalException ? ExitCode.JOURNAL : ExitCode.INTERNAL;
  }

  /** An expected failure says all in its message; of a fault of our own the kind is needed too. */
  private static String firstLine(Exception e) {
    String message = plain(e.getMessage() == null ? "" : e.getMessage());
    boolean expected = e instanceof ParameterException || exitCode(e) != ExitCode.INTERNAL;
    return expected
        ? message
        : "internal error, "
            + e.getClass().getSimpleName()
            + ": "
            + message
            + " (--debug shows where)";
  }

  /**
   * The first line, without control characters: what a file or an exchange wrote must not steer the
   * terminal.
   */
  private static String plain(String message) {
    return message.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "?");
  }

  private static CommandLine.Help.Ansi colours(Terminal terminal) {
    return terminal.interactive() && isColourWanted()
        ? CommandLine.Help.Ansi.ON
        : CommandLine.Help.Ansi.OFF;
  }

  /**
   * Whether whoever started this process wants colours on a terminal.
   *
   * @see <a href="https://no-color.org">NO_COLOR</a>
   */
  public static boolean isColourWanted() {
    String no = System.getenv("NO_COLOR");
    return no == null || no.isEmpty();
  }

  private static LogFormat logFormat(ParseResult parsed) {
    if (parsed.hasSubcommand()) {
      return logFormat(parsed.subcommand());
    }
    return parsed.commandSpec().userObject() instanceof Subcommand command
        ? command.common.logFormat
        : LogFormat.AUTO;
  }

  private static boolean debug(ParseResult parsed) {
    return parsed.hasSubcommand()
        && (parsed.subcommand().hasMatchedOption("--debug") || debug(parsed.subcommand()));
  }
}
