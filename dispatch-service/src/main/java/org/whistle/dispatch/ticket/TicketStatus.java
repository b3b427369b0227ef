package org.whistle.dispatch.ticket;

/** Where a ticket stands, in one word for lists and filters. */
public enum TicketStatus {
    /** A person must decide who handles it. */
    QUEUED("queued"),
    /** Bodies are at work. */
    DISPATCHED("dispatched"),
    /** A body objects, and the street has not decided yet. */
    RETURN_PENDING("return-pending"),
    /** Every body has confirmed that its part is handled; verification follows. */
    COMPLETED("completed"),
    /** Not this system's matter; the reporter was told where to go. */
    NOT_ACCEPTED("not-accepted"),
    /** It goes on in another ticket, which is the same matter. */
    MERGED("merged"),
    /** The supervision side closed it. */
    CLOSED("closed");

    private final String code;

    TicketStatus(String code) {
        this.code = code;
    }

    /** The word on the wire. */
    public String code() {
        return code;
    }
}
