package org.whistle.chassis.audit;

import io.vertx.mutiny.sqlclient.Row;

/**
 * A link of the chain.
 *
 * @param seq its place, from 1, without gaps
 * @param digest name of the algorithm its hash was made with
 * @param previous the hash of the link before it; empty for the first
 * @param hash over all the rest
 */
record AuditRecord(long seq, AuditEntry entry, String digest, byte[] previous, byte[] hash) {

    static final String COLUMNS =
            "seq, at, actor, department, action, subject_type, subject_id, detail, digest, previous, hash";

    static AuditRecord of(Row row) {
        return new AuditRecord(
                row.getLong("seq"),
                entry(row),
                row.getString("digest"),
                row.getBuffer("previous").getBytes(),
                row.getBuffer("hash").getBytes());
    }

    static AuditEntry entry(Row row) {
        return new AuditEntry(
                row.getOffsetDateTime("at").toInstant(),
                row.getString("actor"),
                row.getString("department"),
                row.getString("action"),
                row.getString("subject_type"),
                row.getString("subject_id"),
                row.getString("detail"));
    }
}
