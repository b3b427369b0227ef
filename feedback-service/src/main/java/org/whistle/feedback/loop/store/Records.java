package org.whistle.feedback.loop.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.id.Ids;
import org.whistle.feedback.Columns;
import org.whistle.feedback.Wording;
import org.whistle.feedback.loop.Loop;
import org.whistle.feedback.loop.LoopCommand;
import org.whistle.feedback.loop.LoopLeg;
import org.whistle.feedback.loop.Matter;

/**
 * What a batch of commands keeps beside the states: what was found on site, who must be told and asked, what they
 * answered, and calls without contact.
 */
final class Records {

    /** An array of arrays would come out flat, so each row's photos go as PostgreSQL writes an array. */
    private static final String VERIFICATIONS = """
            insert into verification (id, ticket_id, fixed, note, longitude, latitude, metres, photos, assignment_id,
                                      verified_by, verified_at)
            select id, ticket_id, fixed, note, longitude, latitude, metres, photos::uuid[], assignment_id, verified_by,
                   verified_at
            from unnest($1::uuid[], $2::uuid[], $3::boolean[], $4::text[], $5::float8[], $6::float8[], $7::int[],
                        $8::text[], $9::uuid[], $10::text[], $11::timestamptz[])
                 as n (id, ticket_id, fixed, note, longitude, latitude, metres, photos, assignment_id, verified_by,
                       verified_at)""";

    private static final String CALLBACKS = """
            insert into callback (ticket_id, cycle, department, type, grid, opened_at, due_at)
            select * from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[], $6::timestamptz[],
                                 $7::timestamptz[])""";

    private static final String ANSWERS = """
            update callback set contacted_at = n.contacted_at, channel = n.channel, solved = n.solved,
                                satisfaction = n.satisfaction, comment = n.comment, answered_by = n.answered_by
            from unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::text[], $5::boolean[], $6::text[], $7::text[],
                        $8::text[])
                 as n (ticket_id, cycle, contacted_at, channel, solved, satisfaction, comment, answered_by)
            where callback.ticket_id = n.ticket_id and callback.cycle = n.cycle""";

    private static final String ATTEMPTS = """
            insert into callback_attempt (id, ticket_id, cycle, channel, called_by, called_at)
            select * from unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[], $6::timestamptz[])""";

    private final List<Found> verifications = new ArrayList<>();
    private final List<Loop.AwaitingAnswer> callbacks = new ArrayList<>();
    private final List<Answered> answers = new ArrayList<>();
    private final List<Called> attempts = new ArrayList<>();

    /** Keeps what a command that was carried out brought. */
    void add(Loop before, Loop after, LoopCommand command) {
        Matter matter = before.matter();
        switch (command) {
            case LoopCommand.Verify verify -> {
                verifications.add(new Found(matter, verify));
                if (after instanceof Loop.AwaitingAnswer awaiting) {
                    callbacks.add(awaiting);
                }
            }
            case LoopCommand.TakeAnswer answer -> answers.add(new Answered(matter, answer));
            case LoopCommand.NoteAttempt attempt -> attempts.add(new Called(matter, attempt));
            case LoopCommand.CloseUnreachable close -> {}
            case LoopCommand.CloseNotAccepted close -> {}
        }
    }

    /** Stores it all; a call-back is there before its answer. */
    Uni<Void> store(SqlConnection tx) {
        return Uni.join()
                .all(storeVerifications(tx), storeCallbacks(tx), storeAnswers(tx), storeAttempts(tx))
                .andFailFast()
                .replaceWithVoid();
    }

    private Uni<Void> storeVerifications(SqlConnection tx) {
        return execute(
                tx,
                VERIFICATIONS,
                verifications,
                new Columns<>(verifications)
                        .uuid(found -> Ids.next())
                        .uuid(found -> found.matter().ticketId())
                        .flag(found -> found.verify().fixed())
                        .text(found -> found.verify().note())
                        .decimal(found -> found.verify().position().longitude())
                        .decimal(found -> found.verify().position().latitude())
                        .number(found ->
                                found.matter().metresFrom(found.verify().position()))
                        .text(found -> found.verify().photos().stream()
                                .map(UUID::toString)
                                .collect(Collectors.joining(",", "{", "}")))
                        .uuid(Found::sentBack)
                        .text(found -> found.verify().by().account())
                        .instant(found -> found.verify().at())
                        .tuple());
    }

    private Uni<Void> storeCallbacks(SqlConnection tx) {
        return execute(
                tx,
                CALLBACKS,
                callbacks,
                new Columns<>(callbacks)
                        .uuid(loop -> loop.matter().ticketId())
                        .number(loop -> cycle(loop.matter()))
                        .text(loop ->
                                loop.matter().lead().map(LoopLeg::department).orElse(null))
                        .text(loop -> loop.matter().type())
                        .text(loop -> loop.matter().grid())
                        .instant(Loop.AwaitingAnswer::verifiedAt)
                        .instant(Loop.AwaitingAnswer::dueAt)
                        .tuple());
    }

    private Uni<Void> storeAnswers(SqlConnection tx) {
        return execute(
                tx,
                ANSWERS,
                answers,
                new Columns<>(answers)
                        .uuid(answered -> answered.matter().ticketId())
                        .number(answered -> cycle(answered.matter()))
                        .instant(answered -> answered.answer().at())
                        .text(answered -> Wording.word(answered.answer().channel()))
                        .flag(answered -> answered.answer().solved())
                        .text(answered -> Wording.word(answered.answer().satisfaction()))
                        .text(answered -> answered.answer().comment())
                        .text(answered -> answered.answer().by().account())
                        .tuple());
    }

    private Uni<Void> storeAttempts(SqlConnection tx) {
        return execute(
                tx,
                ATTEMPTS,
                attempts,
                new Columns<>(attempts)
                        .uuid(called -> Ids.next())
                        .uuid(called -> called.matter().ticketId())
                        .number(called -> cycle(called.matter()))
                        .text(called -> Wording.word(called.attempt().channel()))
                        .text(called -> called.attempt().by().account())
                        .instant(called -> called.attempt().at())
                        .tuple());
    }

    private static Uni<Void> execute(SqlConnection tx, String sql, List<?> rows, Tuple columns) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery(sql)
                .execute(columns)
                .invoke(done -> {
                    if (done.rowCount() != rows.size()) {
                        throw new IllegalStateException(done.rowCount() + " rows instead of " + rows.size());
                    }
                })
                .replaceWithVoid();
    }

    /** Which of the ticket's call-backs it is, from 1. */
    private static int cycle(Matter matter) {
        return matter.reopened() + 1;
    }

    private record Found(Matter matter, LoopCommand.Verify verify) {

        @Nullable
        UUID sentBack() {
            if (verify.fixed() || verify.assignmentId() != null) {
                return verify.fixed() ? null : verify.assignmentId();
            }
            return matter.lead().map(LoopLeg::assignmentId).orElse(null);
        }
    }

    private record Answered(Matter matter, LoopCommand.TakeAnswer answer) {}

    private record Called(Matter matter, LoopCommand.NoteAttempt attempt) {}
}
