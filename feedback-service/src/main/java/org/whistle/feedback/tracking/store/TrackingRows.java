package org.whistle.feedback.tracking.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.whistle.feedback.Columns;
import org.whistle.feedback.Wording;
import org.whistle.feedback.tracking.Told;

/** Tracking codes and what reporters are told, by multi-row statements. */
public final class TrackingRows {

    private static final String SAVE_CODES = """
            insert into tracking (digest, report_id, ticket_id, filed_at, hidden)
            select * from unnest($1::text[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::boolean[])
            on conflict (digest) do nothing""";

    private static final String SAVE_TOLD = """
            insert into told (ticket_id, source, told_at, kind, department, text)
            select * from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::text[], $5::text[], $6::text[])
            on conflict (ticket_id, source, told_at) do nothing""";

    private TrackingRows() {}

    /**
     * The code of a report.
     *
     * @param digest of the code
     * @param hidden whether the reporter is to stay hidden
     */
    public record Code(String digest, UUID reportId, UUID ticketId, Instant filedAt, boolean hidden) {}

    /** Stores codes; what is known changes nothing. */
    public static Uni<Void> saveCodes(SqlConnection tx, List<Code> codes) {
        return tx.preparedQuery(SAVE_CODES)
                .execute(new Columns<>(codes)
                        .text(Code::digest)
                        .uuid(Code::reportId)
                        .uuid(Code::ticketId)
                        .instant(Code::filedAt)
                        .flag(Code::hidden)
                        .tuple())
                .replaceWithVoid();
    }

    /** Stores what reporters are told; what is known changes nothing. */
    public static Uni<Void> saveTold(SqlConnection tx, List<Told> told) {
        return tx.preparedQuery(SAVE_TOLD)
                .execute(new Columns<>(told)
                        .uuid(Told::ticketId)
                        .uuid(Told::source)
                        .instant(Told::at)
                        .text(one -> Wording.word(one.kind()))
                        .text(Told::department)
                        .text(Told::text)
                        .tuple())
                .replaceWithVoid();
    }
}
