package ballast.simulation;

import ballast.decide.Decider;
import ballast.journal.IntentState;
import ballast.journal.Journal;
import ballast.strategy.Usdt;
import ballast.tick.Clocks;
import ballast.venue.TransferOrder;
import ballast.venue.TransferOutcome;
import ballast.venue.Venue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** The engine as it is, and broken designs of it that the simulation must catch. */
enum Mutant {
  /** Nothing is broken. */
  NONE,

  /** An answer that was lost is asked for again, by sending again. */
  RETRIES_AFTER_TIMEOUT {
    @Override
    Venue venue(Venue venue, Journal journal, InstantSource clock) {
      return new ForwardingVenue(venue) {
        @Override
        public TransferOutcome transfer(TransferOrder order) {
          TransferOutcome outcome = super.transfer(order);
          return outcome instanceof TransferOutcome.Unknown ? super.transfer(order) : outcome;
        }
      };
    }
  },

  /** HTTP 5xx is taken for a refusal. */
  TAKES_5XX_FOR_REFUSAL {
    @Override
    Venue venue(Venue venue, Journal journal, InstantSource clock) {
      return new ForwardingVenue(venue) {
        @Override
        public TransferOutcome transfer(TransferOrder order) {
          TransferOutcome outcome = super.transfer(order);
          return outcome.describe().contains("HTTP 5")
              ? new TransferOutcome.Rejected(-1000, "server error")
              : outcome;
        }
      };
    }
  },

  /** A time-out is taken for a request that never left. */
  TAKES_TIMEOUT_FOR_NOT_SENT {
    @Override
    Venue venue(Venue venue, Journal journal, InstantSource clock) {
      return new ForwardingVenue(venue) {
        @Override
        public TransferOutcome transfer(TransferOrder order) {
          TransferOutcome outcome = super.transfer(order);
          return outcome.describe().contains("time-out")
              ? new TransferOutcome.NotSent("time-out")
              : outcome;
        }
      };
    }
  },

  /** Nothing is waited for before an intent is judged unexecuted. */
  NO_QUIET_WINDOW {
    @Override
    Journal journal(Journal journal) {
      return new BrokenBooks(journal, BrokenBooks::sentLongAgo);
    }

    @Override
    Clocks clocks(Clocks clocks) {
      AtomicLong looks = new AtomicLong();
      return new Clocks(
          clocks.wall(),
          clocks.nanoTime(),
          () -> clocks.steadyMillis().getAsLong() + looks.getAndIncrement() * LONG_AGO.toMillis());
    }
  },

  /** The futures side alone says what happened. */
  ONE_SIDED_EVIDENCE {
    @Override
    Venue venue(Venue venue, Journal journal, InstantSource clock) {
      return new BrokenEvidence.OfOneSide(venue, journal);
    }
  },

  /** Balances are read once in a quarter of an hour, to spare weight. */
  CACHED_EVIDENCE {
    @Override
    Venue venue(Venue venue, Journal journal, InstantSource clock) {
      return new BrokenEvidence.OfTheCache(venue, clock);
    }
  },

  /** A second engine with a journal of its own. */
  TWO_ENGINES,

  /** A second engine on the same journal, where a lease that was taken stops nobody. */
  LEASE_DOES_NOT_FENCE {
    @Override
    Disk shared(SimulatedClock clock) {
      return new BrokenLease.DiskWithoutFence(clock);
    }

    @Override
    boolean hasStandby() {
      return true;
    }
  },

  /** An engine that once had the lease sends without asking for it again. */
  IGNORES_ITS_LOST_LEASE {
    @Override
    Journal journal(Journal journal) {
      return new BrokenLease.Ignored(journal);
    }

    @Override
    boolean hasStandby() {
      return true;
    }
  },

  /** A request that was held up is given a fresh time when it goes out at last. */
  STAMPS_ANEW {
    @Override
    Venue venue(Venue venue, Journal journal, InstantSource clock) {
      return new ForwardingVenue(venue) {
        @Override
        public TransferOutcome transfer(TransferOrder order) {
          return super.transfer(
              new TransferOrder(
                  order.intent(),
                  order.atMillis() + LONG_AGO.toMillis(),
                  order.direction(),
                  order.amount()));
        }
      };
    }

    @Override
    boolean hasStandby() {
      return true;
    }
  },

  /** SENDING is acknowledged before it is on disk. */
  SENDING_NOT_SYNCED {
    @Override
    Disk disk(Disk disk) {
      return new RewindingDisk(Set.of(IntentState.SENDING));
    }
  },

  /** The intent is written after the transfer was sent. */
  INTENT_AFTER_SEND {
    @Override
    Disk disk(Disk disk) {
      return new RewindingDisk(Set.of(IntentState.INTENT, IntentState.SENDING));
    }
  },

  /** What a restart finds SENDING is taken for never sent. */
  FORGETS_ON_RESTART {
    @Override
    Journal journal(Journal journal) {
      return new BrokenSteps.ForgetsSending(journal);
    }
  },

  /** A confirmed transfer is settled unseen, and the next reading is believed. */
  NO_SETTLE_BARRIER {
    @Override
    Journal journal(Journal journal) {
      return new BrokenSteps.SettlesUnseen(new BrokenBooks(journal, BrokenBooks::withoutLastMove));
    }
  },

  /** What was seen settled once is believed to be in every later reading. */
  BELIEVES_EVERY_LATER_READING {
    @Override
    Journal journal(Journal journal) {
      return new BrokenBooks(journal, BrokenBooks::withoutLastMove);
    }
  },

  /** Nobody is asked about what is HELD. */
  FREES_HELD_ITSELF {
    @Override
    Journal journal(Journal journal) {
      return new BrokenSteps.FreesHeld(journal);
    }
  },

  /** More is sent than was journaled. */
  SENDS_MORE {
    @Override
    Venue venue(Venue venue, Journal journal, InstantSource clock) {
      return new ForwardingVenue(venue) {
        @Override
        public TransferOutcome transfer(TransferOrder order) {
          return super.transfer(
              new TransferOrder(
                  order.intent(),
                  order.atMillis(),
                  order.direction(),
                  order.amount().plus(new Usdt(1))));
        }
      };
    }
  },

  /** The strategy goes by something that no journal has. */
  DECIDES_BY_HIDDEN_STATE {
    @Override
    Decider decider() {
      return new Decider(new MoodyStrategy(), Setup.LIMITS);
    }
  };

  static final Duration LONG_AGO = Duration.ofDays(2);

  Journal journal(Journal journal) {
    return journal;
  }

  Venue venue(Venue venue, Journal journal, InstantSource clock) {
    return venue;
  }

  Disk disk(Disk disk) {
    return disk;
  }

  Clocks clocks(Clocks clocks) {
    return clocks;
  }

  /** The journal of two engines. */
  Disk shared(SimulatedClock clock) {
    return Disk.shared(clock);
  }

  /** True where it takes a second engine on the same journal to show. */
  boolean hasStandby() {
    return false;
  }

  Decider decider() {
    return Setup.decider();
  }
}
