package ballast.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** The level in five characters; on a terminal warnings are yellow and errors red. */
public final class LevelWord extends ClassicConverter {
  private static final String YELLOW = "\u001b[33m";
  private static final String RED = "\u001b[31m";
  private static final String PLAIN = "\u001b[0m";

  @Override
  public String convert(ILoggingEvent event) {
    String word = "%-5s".formatted(event.getLevel());
    if (!LogLines.areColoured() || !event.getLevel().isGreaterOrEqual(Level.WARN)) {
      return word;
    }
    return (event.getLevel().isGreaterOrEqual(Level.ERROR) ? RED : YELLOW) + word + PLAIN;
  }
}
