package org.whistle.department.gateway.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.event.Envelope;
import org.whistle.contracts.reply.ReplyCommand;

/**
 * An answer of a department's own system that could be read.
 *
 * @param cameAt when it first came in; null for one that just has
 * @param overdue whether it has waited for its assignment for as long as it may
 */
record Asked(
        Envelope envelope, ReplyCommand reply, @Nullable Instant cameAt, boolean overdue) {

    static Asked now(Envelope envelope, ReplyCommand reply) {
        return new Asked(envelope, reply, null, false);
    }
}
