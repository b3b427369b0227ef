package org.whistle.chassis.event;

/** A record that is no CloudEvents 1.0 event in binary mode. */
public final class MalformedEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedEvent(String message) {
        super(message);
    }
}
