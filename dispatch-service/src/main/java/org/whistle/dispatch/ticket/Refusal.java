package org.whistle.dispatch.ticket;

/** Why a dispatcher's command is refused. The name in lower case with hyphens is the rule's stable name. */
public enum Refusal {
    /** The body is none of the district's. */
    UNKNOWN_DEPARTMENT,
    /** A body is named twice, or leads and cooperates. */
    DEPARTMENT_TWICE,
    /** Nobody has said yet what the matter is. */
    CLASSIFICATION_REQUIRED,
    /** The catalogue has no such type and condition. */
    UNKNOWN_CLASSIFICATION,
    /** The lead has confirmed; verification decides what follows. */
    ALREADY_HANDLED,
    /** A return must be decided first. */
    RETURN_UNDECIDED,
    /** The ticket has ended. */
    TICKET_ENDED,
    /** Bodies are at work, so the matter is accepted already. */
    ALREADY_DISPATCHED,
    /** The ticket has no such return. */
    RETURN_UNKNOWN,
    /** The return was decided before. */
    RETURN_DECIDED,
    /** The body that objected cannot be the one to get it by approving. */
    RETURNED_BY_SAME,
    /** A cooperating body left; the lead stays. */
    LEAD_STAYS
}
