package org.whistle.department.gateway.messaging;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.event.CloudEvents;
import org.whistle.chassis.event.Envelope;
import org.whistle.chassis.inbox.BatchHandler;
import org.whistle.chassis.inbox.Delivered;
import org.whistle.chassis.outbox.Outbox;
import org.whistle.chassis.problem.ProblemCode;
import org.whistle.contracts.ContractViolation;
import org.whistle.contracts.EventTypes;
import org.whistle.contracts.Topics;
import org.whistle.contracts.WireFormat;
import org.whistle.contracts.reply.ReplyCommand;
import org.whistle.department.gateway.ReplyRule;

/**
 * Puts departments' answers to the same decider as people's commands, in the order of their topic. What is refused, or
 * cannot even be read, goes back with the reason in the same transaction; nothing an outside system writes stops the
 * channel. An answer that was taken before (same id) changes nothing and is not answered again; the same wish under a
 * new id is decided anew, and refused as {@code already-accepted} and the like.
 */
@ApplicationScoped
class ReplyHandler implements BatchHandler {

    private static final String FIRST_TIME = """
            insert into inbox (event_id) values ($1) on conflict do nothing""";

    private final ReplyDesk desk;
    private final Outbox outbox;
    private final Rejections rejections;
    private final Clock clock;

    ReplyHandler(ReplyDesk desk, Outbox outbox, Rejections rejections, Clock clock) {
        this.desk = desk;
        this.outbox = outbox;
        this.rejections = rejections;
        this.clock = clock;
    }

    @Override
    public boolean consumes(String topic) {
        return topic.startsWith(Topics.REPLY_PREFIX);
    }

    /** Every type is answered, also one that no reply has. */
    @Override
    public Interest interestIn(String type) {
        return Interest.APPLY;
    }

    @Override
    public Uni<Void> apply(SqlConnection tx, List<Delivered> fresh) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Envelope> answers = new ArrayList<>();
        List<Asked> asked = new ArrayList<>(fresh.size());
        for (Delivered delivered : fresh) {
            Envelope envelope = delivered.envelope();
            switch (read(envelope)) {
                case Readable(ReplyCommand reply) -> asked.add(Asked.now(envelope, reply));
                case Unreadable(ProblemCode rule, List<Object> args) ->
                    answers.add(rejections.of(envelope, now, rule, args));
            }
        }
        return outbox.append(tx, answers).chain(() -> desk.settle(tx, asked));
    }

    /** No event can be read from it: answered under its place on the topic, once. */
    @Override
    public Uni<Boolean> answer(SqlConnection tx, ConsumerRecord<String, byte[]> record, String cause) {
        UUID place = UUID.nameUUIDFromBytes(
                (record.topic() + '/' + record.partition() + '/' + record.offset()).getBytes(StandardCharsets.UTF_8));
        return tx.preparedQuery(FIRST_TIME).execute(Tuple.of(place)).chain(rows -> {
            if (rows.rowCount() == 0) {
                return Uni.createFrom().item(true);
            }
            Header id = record.headers().lastHeader(CloudEvents.ID);
            Envelope rejected = rejections.of(
                    Topics.departmentOfReply(record.topic()),
                    keyOf(record, place),
                    id == null || id.value() == null ? null : new String(id.value(), StandardCharsets.UTF_8),
                    record.value(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    ReplyRule.UNREADABLE_REPLY,
                    List.of(cause));
            return outbox.append(tx, List.of(rejected)).replaceWith(true);
        });
    }

    private static Read read(Envelope envelope) {
        boolean known = EventTypes.recordOf(envelope.type())
                .filter(ReplyCommand.class::isAssignableFrom)
                .isPresent();
        if (!known) {
            return new Unreadable(ReplyRule.UNKNOWN_REPLY_TYPE, List.of(envelope.type()));
        }
        try {
            ReplyCommand reply = (ReplyCommand) WireFormat.read(envelope.type(), envelope.data());
            if (reply.handler().indexOf('\0') >= 0) {
                throw new ContractViolation("handler", "holds a character that is not allowed");
            }
            return reply.ticketId().equals(envelope.subject())
                    ? new Readable(reply)
                    : new Unreadable(ReplyRule.WRONG_KEY, List.of());
        } catch (ContractViolation e) {
            return new Unreadable(ReplyRule.UNREADABLE_REPLY, List.of(String.valueOf(e.getMessage())));
        }
    }

    /** The record's key; one that is no id, as every record's key here is, is stood for by an id made of it. */
    private static UUID keyOf(ConsumerRecord<String, byte[]> record, UUID place) {
        @Nullable String key = record.key();
        if (key == null) {
            return place;
        }
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        }
    }

    private sealed interface Read {}

    private record Readable(ReplyCommand reply) implements Read {}

    private record Unreadable(ProblemCode rule, List<Object> args) implements Read {}
}
