package ballast.strategy;

/**
 * A balance on a lattice that four levels keep, as a Markov chain solved exactly: at d or below it
 * goes to D, at u or above to U, each step adds a random flow. States are the balances after the
 * transfer of a step. No simulation and no formula of the strategies.
 *
 * @param transfers a step, in the long run
 * @param atTop share of the transfers that were made at u
 * @param moved what was transferred a step
 * @param mean balance
 */
record CashChain(double transfers, double atTop, double moved, double mean) {
  static CashChain solve(int d, int lowerTarget, int upperTarget, int u, Flow flow) {
    int states = u - d - 1;
    double[][] next = new double[states][states];
    for (int from = 0; from < states; from++) {
      for (int f = 0; f < flow.kinds(); f++) {
        next[from][after(from + d + 1 + flow.size(f), d, lowerTarget, upperTarget, u) - d - 1] +=
            flow.share(f);
      }
    }
    double[] share = stationary(next);
    double up = 0;
    double down = 0;
    double moved = 0;
    double mean = 0;
    for (int state = 0; state < states; state++) {
      int balance = state + d + 1;
      mean += share[state] * balance;
      for (int f = 0; f < flow.kinds(); f++) {
        int arrived = balance + flow.size(f);
        double weight = share[state] * flow.share(f);
        up += arrived <= d ? weight : 0;
        down += arrived >= u ? weight : 0;
        moved += weight * Math.abs(after(arrived, d, lowerTarget, upperTarget, u) - arrived);
      }
    }
    return new CashChain(up + down, down / (up + down), moved, mean);
  }

  double cost(double fixed, double proportional, double holding) {
    return fixed * transfers + proportional * moved + holding * mean;
  }

  private static int after(int arrived, int d, int lowerTarget, int upperTarget, int u) {
    if (arrived <= d) {
      return lowerTarget;
    }
    return arrived >= u ? upperTarget : arrived;
  }

  /** By Grassmann, Taksar and Heyman: elimination without a subtraction, so nothing cancels. */
  private static double[] stationary(double[][] p) {
    int n = p.length;
    for (int k = n - 1; k > 0; k--) {
      double leaves = 0;
      for (int j = 0; j < k; j++) {
        leaves += p[k][j];
      }
      for (int i = 0; i < k; i++) {
        p[i][k] /= leaves;
        for (int j = 0; j < k; j++) {
          p[i][j] += p[i][k] * p[k][j];
        }
      }
    }
    double[] share = new double[n];
    share[0] = 1;
    double sum = 1;
    for (int k = 1; k < n; k++) {
      for (int i = 0; i < k; i++) {
        share[k] += share[i] * p[i][k];
      }
      sum += share[k];
    }
    for (int k = 0; k < n; k++) {
      share[k] /= sum;
    }
    return share;
  }
}
