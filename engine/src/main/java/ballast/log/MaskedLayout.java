package ballast.log;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Log lines of which everything, stack traces too, has passed {@link Redaction#mask}: by a pattern,
 * or as JSON where {@link LogLines} says so.
 */
public final class MaskedLayout extends PatternLayout {
  @Override
  public String doLayout(ILoggingEvent event) {
    return LogLines.areJson() ? JsonEvent.line(event) : Redaction.mask(super.doLayout(event));
  }
}
