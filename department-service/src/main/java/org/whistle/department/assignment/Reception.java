package org.whistle.department.assignment;

/** What a message of dispatch does to an assignment. */
public sealed interface Reception {

    /** It changes. */
    record Changed(Assignment assignment) implements Reception {}

    /** The same was told before, or the part was over anyway; nothing changes. */
    record Known() implements Reception {}

    /** It cannot be: the record is at fault, or one before it is missing. */
    record Impossible(String reason) implements Reception {}
}
