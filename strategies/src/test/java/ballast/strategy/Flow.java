package ballast.strategy;

/** A random flow of whole units: how likely each is. Immutable. */
final class Flow {
  /** One up or one down. */
  static final Flow COIN = new Flow(-1, 0.5, 0, 0.5);

  private final int first;
  private final double[] shares;

  /**
   * @param first the flow of the first probability; each further one is of one unit more
   */
  Flow(int first, double... shares) {
    this.first = first;
    this.shares = shares.clone();
  }

  /** Poisson demand, so flows from zero down, cut where no double can tell. */
  static Flow poissonDemand(double mean) {
    int most = (int) (mean + 9 * Math.sqrt(mean)) + 11;
    double[] shares = new double[most + 1];
    double share = Math.exp(-mean);
    for (int demand = 0; demand <= most; demand++) {
      shares[most - demand] = share;
      share *= mean / (demand + 1);
    }
    return new Flow(-most, shares);
  }

  /** Standard normal flows in units of 1 / grid, each as likely as the density there. */
  static Flow gaussian(int grid) {
    int reach = 6 * grid;
    double[] shares = new double[2 * reach + 1];
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      double x = (double) (i - reach) / grid;
      shares[i] = Math.exp(-x * x / 2);
      sum += shares[i];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
    return new Flow(-reach, shares);
  }

  int kinds() {
    return shares.length;
  }

  int size(int kind) {
    return first + kind;
  }

  double share(int kind) {
    return shares[kind];
  }
}
