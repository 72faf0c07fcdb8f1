package ballast.bench;

import ballast.backtest.History;
import java.util.function.Function;

/** Who walks; each is measured in Java processes of its own. */
public enum Contender {
  BALLAST("ballast", "Ballast, target-band", BallastWalk::targetBand),
  BALLAST_EWMA("ballastEwma", "Ballast, EWMA volatility buffer", BallastWalk::ewma),
  BARE("bare", "a bare loop", Bare::new),
  TA4J("ta4j", "ta4j", Ta4j::new);

  final String key;
  final String title;
  private final Function<History, Walk> maker;

  Contender(String key, String title, Function<History, Walk> maker) {
    this.key = key;
    this.title = title;
    this.maker = maker;
  }

  /** Ready to walk this history; what is needed once is done here, outside what is measured. */
  Walk on(History history) {
    return maker.apply(history);
  }
}
