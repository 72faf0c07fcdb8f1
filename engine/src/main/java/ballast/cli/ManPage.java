package ballast.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The manual page of a command line, made from the same model that parses it, so that the two
 * cannot drift apart.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/man.7.html">man(7)</a>
 */
final class ManPage {
  private final List<String> lines = new ArrayList<>();
  private final Set<String> common = new HashSet<>();

  private ManPage() {}

  /** The whole page in roff. */
  static String of(CommandSpec root, String version) {
    ManPage page = new ManPage();
    page.write(root, version);
    return String.join("\n", page.lines) + "\n";
  }

  private void write(CommandSpec root, String version) {
    String name = root.name();
    lines.add(
        ".TH %s 1 \"\" \"%s %s\" \"User Commands\""
            .formatted(name.toUpperCase(Locale.ROOT), escaped(name), escaped(version)));
    section("NAME");
    lines.add(escaped(name) + " \\- " + escaped(String.join(" ", root.usageMessage().header())));
    section("SYNOPSIS");
    lines.add("\\fB" + escaped(name) + "\\fR \\fICOMMAND\\fR [\\fIOPTION\\fR]...");
    section("DESCRIPTION");
    texts(root.usageMessage().description());
    section("OPTIONS");
    lines.add("Every command knows:");
    Set<CommandSpec> commands = new LinkedHashSet<>();
    root.subcommands().values().forEach(below -> commands.add(below.getCommandSpec()));
    for (OptionSpec option : ofAll(commands)) {
      common.add(option.longestName());
      option(option);
    }
    section("COMMANDS");
    commands.forEach(this::command);
    section("EXIT STATUS");
    texts(Arrays.stream(root.usageMessage().footer()).filter(line -> !line.isEmpty()));
    section("ENVIRONMENT");
    entry("BALLAST_LOG_FORMAT", List.of("text, json or auto: what --log-format is otherwise."));
    entry("NO_COLOR", List.of("When set, nothing is coloured; off a terminal nothing is anyway."));
    entry("BALLAST_JAVA_OPTS", List.of("Options for Java, added by the launcher."));
  }

  /** The options that every one of these commands has. */
  private static List<OptionSpec> ofAll(Set<CommandSpec> commands) {
    return commands.stream().findFirst().stream()
        .flatMap(first -> first.options().stream())
        .filter(
            option ->
                commands.stream()
                    .allMatch(command -> command.findOption(option.longestName()) != null))
        .toList();
  }

  private void command(CommandSpec command) {
    lines.add(".SS " + quoted(command.qualifiedName(" ") + synopsis(command)));
    texts(command.usageMessage().description());
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      entry(parameter.paramLabel(), Arrays.asList(parameter.description()));
    }
    command.options().stream()
        .filter(option -> !option.hidden() && !common.contains(option.longestName()))
        .forEach(this::option);
    command.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .distinct()
        .forEach(this::command);
  }

  private static String synopsis(CommandSpec command) {
    StringBuilder synopsis = new StringBuilder();
    command.positionalParameters().forEach(one -> synopsis.append(' ').append(one.paramLabel()));
    return synopsis.toString();
  }

  private void option(OptionSpec option) {
    String names = String.join(", ", option.names());
    boolean valued = option.arity().max() > 0;
    entry(valued ? names + " " + option.paramLabel() : names, Arrays.asList(option.description()));
  }

  private void section(String title) {
    lines.add(".SH " + quoted(title));
  }

  private void entry(String term, List<String> description) {
    lines.add(".TP");
    lines.add("\\fB" + escaped(term) + "\\fR");
    description.forEach(line -> lines.add(escaped(line)));
  }

  private void texts(String[] texts) {
    texts(Arrays.stream(texts));
  }

  /** Each on a line of its own, as --help has them. */
  private void texts(Stream<String> texts) {
    texts.forEach(
        text -> {
          lines.add(escaped(text));
          lines.add(".br");
        });
  }

  private static String quoted(String text) {
    return '"' + escaped(text).replace("\"", "\\(dq") + '"';
  }

  /** Text that roff takes as it is: no escape, no request at the beginning of a line. */
  private static String escaped(String text) {
    String safe = text.replace("\\", "\\e").replace("-", "\\-").replace('\n', ' ');
    return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
  }
}
