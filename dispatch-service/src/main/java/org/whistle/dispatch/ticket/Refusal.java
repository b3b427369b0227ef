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
    LEAD_STAYS,
    /** A whistle calls to a time that has passed. */
    WHISTLE_PAST,
    /** A whistle calls to a time more than a year ahead. */
    MEETING_TOO_FAR,
    /** A check-in is due before the meeting. */
    CHECK_IN_BEFORE_MEETING,
    /** An emergency whistle's check-in is the policy's to say. */
    CHECK_IN_FIXED,
    /** A whistle calls nobody beside the lead. */
    NO_INVITEES,
    /** The lead is among the invitees. */
    LEAD_INVITED,
    /** The district's data names nobody to ask whose an asset is. */
    CANDIDATES_REQUIRED,
    /** The district's data names nobody to make an asset safe. */
    MAKE_SAFE_REQUIRED,
    /** The matter is about no component, so it has no owner. */
    NO_COMPONENT,
    /** The owner is being asked for already. */
    IDENTIFICATION_RUNNING,
    /** The ticket has no such part. */
    LEG_UNKNOWN,
    /** The body has not completed its part. */
    LEG_NOT_COMPLETED,
    /** This completion was rated before. */
    ALREADY_RATED,
    /** The ticket goes on in another one. */
    TICKET_MERGED,
    /** The ticket has no such request. */
    REQUEST_UNKNOWN,
    /** The request was decided before, or lapsed with its part. */
    REQUEST_DECIDED,
    /** The end asked for has passed meanwhile. */
    SUSPENSION_OVER,
    /** The part does not rest, or not by this request. */
    NOT_SUSPENDED,
    /** It was routed anew once after a return; the bodies must be heard before it is again. */
    CONSULTATION_REQUIRED,
    /** A consultation is called already. */
    CONSULTATION_OPEN,
    /** The ticket has no such consultation. */
    CONSULTATION_UNKNOWN,
    /** The consultation was concluded before. */
    CONSULTATION_CONCLUDED,
    /** Who whistles may not call that body with that whistle. */
    NOT_YOURS_TO_CALL,
    /** Bodies are called by a whistle already. */
    WHISTLE_RUNNING,
    /** A part rests by the street's decision, which a whistle from below does not undo. */
    PART_RESTS,
    /** The part was not called by the branch or the residents. */
    NOT_CALLED,
    /** A meeting cannot be called for a time that has passed. */
    MEETING_PAST,
    /** A body whose return is undecided must be heard. */
    SIDE_NOT_HEARD
}
