package org.whistle.chassis.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.audit.AuditVerification.Fault;
import org.whistle.chassis.web.Params;

/** Walks over the whole chain, page by page in one snapshot, and says where it breaks first. */
@ApplicationScoped
class AuditVerifier {

    private static final int PAGE = 1_000;
    private static final String READ =
            "select " + AuditRecord.COLUMNS + " from audit_record where seq > $1 order by seq limit $2";

    private final Pool pool;
    private final AuditKeys keys;
    private final AuditSealer sealer;

    AuditVerifier(Pool pool, AuditKeys keys, AuditSealer sealer) {
        this.pool = pool;
        this.keys = keys;
        this.sealer = sealer;
    }

    /**
     * A place in the chain as somebody knows it from before.
     *
     * @param hash of the record in that place
     */
    record Known(long seq, byte[] hash) {}

    /** Verifies all of it; also against a place known from before, when one is given. */
    Uni<AuditVerification> verify(@Nullable Known known) {
        List<Known> anchors = new ArrayList<>();
        if (known != null) {
            anchors.add(known);
        }
        sealer.last().ifPresent(head -> anchors.add(new Known(head.seq(), head.hash())));
        return pool.withTransaction(tx -> tx.query("set transaction isolation level repeatable read, read only")
                .execute()
                .chain(() -> tx.query(AuditHead.READ).execute())
                .chain(heads -> tx.query("select count(*) from audit_pending")
                        .execute()
                        .chain(pending ->
                                walk(tx, heads, pending.iterator().next().getLong(0), anchors))));
    }

    private Uni<AuditVerification> walk(SqlConnection tx, RowSet<Row> heads, long unsealed, List<Known> anchors) {
        if (heads.size() == 0) {
            AuditHead none =
                    new AuditHead(0, new byte[0], 0, new byte[0], now(), new AuditHead.Signature("", new byte[0]));
            return Uni.createFrom().item(answer(none, unsealed, new Break(1, Fault.HEAD_CHANGED)));
        }
        AuditHead head = AuditHead.of(heads.iterator().next());
        Walk walk = new Walk(head, anchors);
        return pages(tx, walk).map(ignored -> answer(head, unsealed, walk.end(keys.verifies(head))));
    }

    private Uni<Void> pages(SqlConnection tx, Walk walk) {
        return tx.preparedQuery(READ).execute(Tuple.of(walk.read, PAGE)).chain(rows -> {
            for (Row row : rows) {
                walk.next(AuditRecord.of(row));
            }
            return walk.broken != null || rows.size() < PAGE ? Uni.createFrom().voidItem() : pages(tx, walk);
        });
    }

    private AuditVerification answer(AuditHead head, long unsealed, @Nullable Break broken) {
        return new AuditVerification(
                broken == null,
                head.records(),
                head.floorSeq() + 1,
                head.seq(),
                HexFormat.of().formatHex(head.hash()),
                keys.hasKey(),
                unsealed,
                broken == null ? null : broken.seq(),
                broken == null ? null : broken.fault(),
                now().atZone(Params.ZONE).toOffsetDateTime());
    }

    private static java.time.Instant now() {
        return Clock.systemUTC().instant();
    }

    private record Break(long seq, Fault fault) {}

    /** Where a walk has come to. */
    private static final class Walk {

        private final AuditHead head;
        private final Map<Long, byte[]> anchors = new HashMap<>();
        private final Map<String, AuditDigest> digests = new HashMap<>();
        private long read;
        private long expected;
        private byte[] previous;
        private @Nullable Break broken;

        Walk(AuditHead head, List<Known> known) {
            this.head = head;
            this.read = 0;
            this.expected = head.floorSeq() + 1;
            this.previous = head.floorHash();
            for (Known anchor : known) {
                byte[] other = anchors.put(anchor.seq(), anchor.hash());
                if (other != null && !Arrays.equals(other, anchor.hash())) {
                    broken = new Break(anchor.seq(), Fault.NOT_THE_KNOWN_CHAIN);
                }
            }
            byte[] floor = anchors.get(head.floorSeq());
            if (floor != null && !Arrays.equals(floor, head.floorHash())) {
                broken = new Break(head.floorSeq(), Fault.NOT_THE_KNOWN_CHAIN);
            }
        }

        void next(AuditRecord record) {
            if (broken != null) {
                return;
            }
            read = record.seq();
            if (record.seq() > head.seq() || record.seq() < expected) {
                broken = new Break(record.seq(), Fault.ADDED);
            } else if (record.seq() > expected) {
                broken = new Break(expected, Fault.MISSING);
            } else if (!isIntact(record)) {
                broken = new Break(record.seq(), Fault.CHANGED);
            } else {
                byte[] anchor = anchors.get(record.seq());
                if (anchor != null && !Arrays.equals(anchor, record.hash())) {
                    broken = new Break(record.seq(), Fault.NOT_THE_KNOWN_CHAIN);
                }
                previous = record.hash();
                expected++;
            }
        }

        private boolean isIntact(AuditRecord record) {
            AuditDigest digest = digest(record.digest());
            return digest != null
                    && Arrays.equals(record.previous(), previous)
                    && Arrays.equals(record.hash(), digest.hash(record.seq(), record.entry(), previous));
        }

        /** Null for an algorithm that no provider here has. */
        private @Nullable AuditDigest digest(String algorithm) {
            try {
                return digests.computeIfAbsent(algorithm, AuditDigest::new);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }

        /** What is wrong, after the last record. */
        @Nullable
        Break end(boolean headIsSound) {
            if (broken != null) {
                return broken;
            }
            if (expected <= head.seq()) {
                return new Break(expected, Fault.MISSING);
            }
            if (!headIsSound || !Arrays.equals(previous, head.hash())) {
                return new Break(head.seq(), Fault.HEAD_CHANGED);
            }
            return anchors.keySet().stream()
                    .filter(seq -> seq > head.seq())
                    .min(Long::compare)
                    .map(seq -> new Break(head.seq() + 1, Fault.NOT_THE_KNOWN_CHAIN))
                    .orElse(null);
        }
    }
}
