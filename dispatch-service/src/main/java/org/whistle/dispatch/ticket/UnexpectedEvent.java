package org.whistle.dispatch.ticket;

/** An event that this ticket cannot have met: reported and kept as a dead letter, never passed over. */
public final class UnexpectedEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnexpectedEvent(String message) {
        super(message);
    }
}
