package org.whistle.chassis.inbox;

/** A record that can be read but cannot be applied; it goes to the dead letters with this message as its cause. */
public final class PoisonRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PoisonRecord(String message) {
        // Found in the input on purpose: a trace would only say where it is looked for.
        super(message, null, false, false);
    }
}
