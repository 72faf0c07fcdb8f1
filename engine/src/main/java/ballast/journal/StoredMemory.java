package ballast.journal;

import ballast.strategy.Memory;

/** A strategy's memory as the journal has it: its text. */
public record StoredMemory(String text) implements Memory {}
