package org.whistle.feedback.loop.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** The key of a call-back: the ticket, and which of its call-backs it is, from 1. */
@Embeddable
public class CallbackId implements Serializable {

    private static final long serialVersionUID = 1L;

    @Column(name = "ticket_id")
    public UUID ticketId;

    public int cycle;

    static CallbackId of(UUID ticketId, int cycle) {
        CallbackId id = new CallbackId();
        id.ticketId = ticketId;
        id.cycle = cycle;
        return id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallbackId that && ticketId.equals(that.ticketId) && cycle == that.cycle;
    }

    @Override
    public int hashCode() {
        return Objects.hash(ticketId, cycle);
    }
}
