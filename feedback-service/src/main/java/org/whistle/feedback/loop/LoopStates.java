package org.whistle.feedback.loop;

import java.util.List;

/** The words of the states, as they stand in the API and in the database. */
public final class LoopStates {

    public static final String REPORTED = "reported";
    public static final String QUEUED = "queued";
    public static final String HANDLING = "handling";
    public static final String AWAITING_VERIFICATION = "awaiting-verification";
    public static final String AWAITING_ANSWER = "awaiting-answer";
    public static final String REOPENED = "reopened";
    public static final String CLOSED = "closed";
    public static final String MERGED = "merged";
    public static final String REGISTERED = "registered";

    /** All words of states that are stored. */
    public static final List<String> ALL = List.of(
            REPORTED, QUEUED, HANDLING, AWAITING_VERIFICATION, AWAITING_ANSWER, REOPENED, MERGED, CLOSED, REGISTERED);

    private LoopStates() {}

    /** The word of a loop's state. */
    public static String wordOf(Loop loop) {
        return switch (loop) {
            case Loop.Reported reported -> REPORTED;
            case Loop.Queued queued -> QUEUED;
            case Loop.Handling handling -> HANDLING;
            case Loop.AwaitingVerification awaiting -> AWAITING_VERIFICATION;
            case Loop.AwaitingAnswer awaiting -> AWAITING_ANSWER;
            case Loop.Answered answered -> "answered";
            case Loop.Reopened reopened -> REOPENED;
            case Loop.NotAccepted refused -> "not-accepted";
            case Loop.Merged merged -> MERGED;
            case Loop.Closed closed -> CLOSED;
            case Loop.Registered registered -> REGISTERED;
        };
    }
}
