package org.whistle.department.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.whistle.chassis.identity.Roles;
import org.whistle.contracts.Actor;
import org.whistle.contracts.reply.AcceptAssignment;
import org.whistle.contracts.reply.AnswerOwnership;
import org.whistle.contracts.reply.CheckIn;
import org.whistle.contracts.reply.CompleteAssignment;
import org.whistle.contracts.reply.NoteProgress;
import org.whistle.contracts.reply.ReplyCommand;
import org.whistle.contracts.reply.RequestExtension;
import org.whistle.contracts.reply.RequestReturn;
import org.whistle.contracts.reply.RequestSuspension;
import org.whistle.department.assignment.Command;

/** Translates what a department's own system says into the commands that people give. */
public final class Replies {

    /** Inside its own system a department keeps its own order of who may do what, so its answer counts as both. */
    private static final Set<String> ROLES = Set.of(Roles.HANDLER, Roles.MANAGER);

    private Replies() {}

    /**
     * The command of a reply.
     *
     * @param department the department of the topic it stood on
     * @param id id for the return, extension or suspension, when it asks for one
     * @param at when it came in
     */
    public static Command commandOf(ReplyCommand reply, String department, UUID id, Instant at) {
        Actor by = new Actor(reply.handler(), department);
        return switch (reply) {
            case AcceptAssignment r -> new Command.Accept(by, at);
            case NoteProgress r -> new Command.NoteProgress(r.note(), List.of(), by, at);
            case CompleteAssignment r -> new Command.Complete(r.result(), List.of(), by, at);
            case RequestReturn r -> new Command.RequestReturn(id, r.reason(), r.legalBasis(), List.of(), ROLES, by, at);
            case RequestExtension r -> new Command.RequestExtension(id, r.reason(), List.of(), ROLES, by, at);
            case RequestSuspension r ->
                new Command.RequestSuspension(id, r.reason(), r.until(), List.of(), ROLES, by, at);
            case CheckIn r -> new Command.CheckIn(r.position(), by, at);
            case AnswerOwnership r -> new Command.AnswerOwnership(r.mine(), r.basis(), by, at);
        };
    }
}
