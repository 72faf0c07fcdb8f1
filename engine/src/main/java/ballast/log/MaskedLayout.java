package ballast.log;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** A pattern layout whose whole line, stack traces too, has passed {@link Redaction#mask}. */
public final class MaskedLayout extends PatternLayout {
  @Override
  public String doLayout(ILoggingEvent event) {
    return Redaction.mask(super.doLayout(event));
  }
}
