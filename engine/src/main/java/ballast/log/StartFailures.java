package ballast.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Leaves out Javalin's line about a server that did not start: it says neither port nor cause, and
 * whoever started the server says both.
 */
public final class StartFailures extends TurboFilter {
  private static final String LOGGER = "io.javalin.Javalin";
  private static final String LINE = "Failed to start Javalin";

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] parameters,
      @Nullable Throwable cause) {
    return LINE.equals(format) && LOGGER.equals(logger.getName())
        ? FilterReply.DENY
        : FilterReply.NEUTRAL;
  }
}
