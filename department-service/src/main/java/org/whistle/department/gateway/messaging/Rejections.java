package org.whistle.department.gateway.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.event.Envelope;
import org.whistle.chassis.problem.ProblemCode;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.problem.Problems;
import org.whistle.chassis.web.Language;
import org.whistle.contracts.EventTypes;
import org.whistle.contracts.Topics;
import org.whistle.contracts.WireFormat;
import org.whistle.contracts.reply.ReplyRejected;
import org.whistle.department.assignment.store.Outgoing;

/** Makes the records that tell a department why its answer was refused, and counts them. */
@ApplicationScoped
class Rejections {

    private static final Logger LOG = Logger.getLogger(Rejections.class);
    private static final int MAX_MESSAGE = 2000;
    private static final int MAX_ORIGINAL = 64_000;
    private static final int MAX_CAUSATION = 200;

    private final MeterRegistry metrics;

    Rejections(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** Refuses an event. */
    Envelope of(Envelope refused, Instant at, ProblemCode rule, List<Object> args) {
        return of(
                Topics.departmentOfReply(refused.topic()),
                refused.subject(),
                refused.id().toString(),
                refused.data(),
                at,
                rule,
                args);
    }

    /**
     * Refuses a record, whether or not an event could be read from it.
     *
     * @param department whose reply topic it stood on
     * @param key the refused record's key
     * @param causation the refused record's id, when it had one
     * @param original the refused record's body
     */
    Envelope of(
            String department,
            UUID key,
            @Nullable String causation,
            byte @Nullable [] original,
            Instant at,
            ProblemCode rule,
            List<Object> args) {
        ProblemException refusal = ProblemException.of(rule, args.toArray());
        ReplyRejected rejected = new ReplyRejected(
                rule.code(),
                message(refusal, Language.ZH),
                message(refusal, Language.EN),
                original == null ? null : cut(new String(original, StandardCharsets.UTF_8), MAX_ORIGINAL),
                at);
        metrics.counter("whistle.department.replies.rejected", "rule", rule.code())
                .increment();
        LOG.infof("reply %s of %s on ticket %s refused: %s", causation, department, key, rule.code());
        Envelope envelope = Envelope.of(
                Topics.rejectedReply(department),
                EventTypes.REPLY_REJECTED,
                Outgoing.SOURCE,
                key,
                at,
                WireFormat.write(rejected));
        return causation == null ? envelope : envelope.causedBy(printable(causation));
    }

    private static String message(ProblemException refusal, Language language) {
        return cut(Problems.body(refusal, language, null).detail(), MAX_MESSAGE);
    }

    private static String cut(String text, int max) {
        return text.length() > max ? text.substring(0, max) : text;
    }

    /** It becomes a header and a log line, and comes from outside. */
    private static String printable(String causation) {
        return cut(causation.replaceAll("\\p{Cntrl}", "?"), MAX_CAUSATION);
    }
}
