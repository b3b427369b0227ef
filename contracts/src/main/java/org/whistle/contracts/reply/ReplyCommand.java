package org.whistle.contracts.reply;

import java.util.UUID;
import org.whistle.contracts.Message;

/** An answer of a department's own system, checked exactly like the same command over REST. */
public sealed interface ReplyCommand extends Message
        permits AcceptAssignment,
                NoteProgress,
                CompleteAssignment,
                RequestReturn,
                RequestExtension,
                RequestSuspension,
                CheckIn,
                AnswerOwnership {

    /** The ticket it is about. */
    UUID ticketId();

    @Override
    default UUID key() {
        return ticketId();
    }

    /** The leg it is about. */
    UUID assignmentId();

    /** The department's own name for the person or system that answers. */
    String handler();
}
