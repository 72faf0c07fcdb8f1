package ballast.log;

/**
 * How this process writes its log lines. There is one log in a process, so this is the process's
 * own. Safe for several threads.
 */
public final class LogLines {
  private static volatile boolean terminal = true;
  private static volatile boolean json;
  private static volatile boolean coloured;

  private LogLines() {}

  /**
   * Says where the lines go; until then they are taken to go to a person without colours.
   *
   * @param toTerminal whether that is a terminal
   * @param colours whether the person there wants colours
   */
  public static void go(boolean toTerminal, boolean colours) {
    terminal = toTerminal;
    coloured = toTerminal && colours;
    use(LogFormat.AUTO);
  }

  /** Writes every line from now on in this format. */
  public static void use(LogFormat format) {
    json =
        switch (format) {
          case AUTO -> !terminal;
          case TEXT -> false;
          case JSON -> true;
        };
  }

  static boolean areJson() {
    return json;
  }

  static boolean areColoured() {
    return coloured;
  }
}
