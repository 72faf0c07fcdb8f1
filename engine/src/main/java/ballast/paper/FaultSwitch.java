package ballast.paper;

/** The faults that hold at present; they can be changed while the exchange runs. */
final class FaultSwitch {
  private volatile Faults faults;

  FaultSwitch(Faults faults) {
    this.faults = faults;
  }

  Faults faults() {
    return faults;
  }

  void set(Faults other) {
    faults = other;
  }
}
