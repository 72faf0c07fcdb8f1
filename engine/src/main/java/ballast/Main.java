package ballast;

import ballast.cli.CommandLineInterface;
import ballast.cli.Terminal;
import ballast.log.LogLines;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** The process: real streams, real clocks, real adapters. */
public final class Main {
  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    Terminal terminal =
        new Terminal(
            stream(FileDescriptor.out),
            stream(FileDescriptor.err),
            Path.of("").toAbsolutePath(),
            isInteractive());
    LogLines.go(isErrorTerminal(), CommandLineInterface.isColourWanted());
    Workshop workshop = new Workshop(InstantSource.system());
    int code = new CommandLineInterface(workshop, terminal).run(List.of(arguments));
    workshop.finished(code);
    System.exit(code);
  }

  /**
   * Before Java 22 there is a console only on a terminal; since then there always is one, and it
   * says whether it is on one.
   */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isInteractive() {
    Console console = System.console();
    if (console == null || Runtime.version().feature() < 22) {
      return console != null;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /** Java has no word for this stream alone; Linux names the file behind it. */
  private static boolean isErrorTerminal() {
    try {
      String file = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
      return file.startsWith("/dev/pts/")
          || file.startsWith("/dev/tty")
          || file.equals("/dev/console");
    } catch (IOException e) {
      return isInteractive();
    }
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
