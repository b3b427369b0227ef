package org.whistle.feedback.loop;

/** Why a command is refused. */
public enum Refusal {
    /** Whoever handles a ticket never verifies or closes it (DOMAIN.md §1). */
    HANDLER_MAY_NOT_CLOSE,
    /** It does not wait for a verification; argument: the state's word. */
    NOT_AWAITING_VERIFICATION,
    /** It does not wait for an answer; argument: the state's word. */
    NOT_AWAITING_ANSWER,
    /** The verifier stood too far off; arguments: metres, metres allowed. */
    TOO_FAR_FROM_SITE,
    /** Arguments: photos given, photos needed. */
    TOO_FEW_PHOTOS,
    /** Not fixed, but no word on what was found. */
    FINDING_MISSING,
    /** The leg to send back is none of the present round; argument: its id. */
    UNKNOWN_LEG,
    /** Arguments: calls so far, calls needed before it may be closed unanswered. */
    TOO_FEW_ATTEMPTS
}
