package org.whistle.intake.fate;

/** What an event does to a fate. */
public sealed interface Evolution {

    /** It changes, and its timeline shows it. */
    record Moved(Fate fate) implements Evolution {}

    /** It changes in what only this service looks at; its timeline does not show it. */
    record Counted(Fate fate) implements Evolution {}

    /** It stays, but its timeline shows the event. */
    record Noted() implements Evolution {}

    /** The same was said before under another id; knowingly ignored. */
    record Repeated() implements Evolution {}

    /** Not for the reporter's eyes, or this service's own event. */
    record Passed() implements Evolution {}

    /**
     * The event does not fit what is known; it is reported and changes nothing.
     *
     * @param reason why
     */
    record Stray(String reason) implements Evolution {}
}
