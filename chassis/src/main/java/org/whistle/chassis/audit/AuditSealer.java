package org.whistle.chassis.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.store.Failures;

/**
 * Links committed entries into the chain, in batches. One instance at a time does so, because it holds the head's row;
 * the others skip it. A head that is not as it was signed is left alone, and so is the chain: to go on would be to sign
 * what somebody else has made of it.
 */
@ApplicationScoped
class AuditSealer {

    private static final Logger LOG = Logger.getLogger(AuditSealer.class);
    private static final int BATCH = 500;

    private static final String WAITING = """
            select entry, at, actor, department, action, subject_type, subject_id, detail
            from audit_pending order by entry limit $1""";

    private static final String LINK = """
            insert into audit_record (seq, at, actor, department, action, subject_type, subject_id, detail, digest,
                                      previous, hash)
            select * from unnest($1::bigint[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[],
                                 $7::text[], $8::text[], $9::text[], $10::bytea[], $11::bytea[])""";

    private final Pool pool;
    private final AuditKeys keys;
    private final AtomicInteger broken;
    private volatile @Nullable AuditHead last;

    AuditSealer(Pool pool, AuditKeys keys, MeterRegistry metrics) {
        this.pool = pool;
        this.keys = keys;
        this.broken = metrics.gauge("whistle.audit.broken", new AtomicInteger());
    }

    void start(@Observes StartupEvent event) {
        if (!keys.hasKey()) {
            LOG.warn("whistle.audit.key is not set: the head of the audit chain is hashed, not signed");
        }
    }

    /** The head as this instance has sealed it last; empty before the first time. */
    Optional<AuditHead> last() {
        return Optional.ofNullable(last);
    }

    @Scheduled(
            every = "{whistle.audit.interval:1s}",
            delayed = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> seal() {
        return pool.query("select exists (select from audit_pending)")
                .execute()
                .chain(rows -> rows.iterator().next().getBoolean(0)
                        ? all()
                        : Uni.createFrom().voidItem())
                .onFailure()
                .invoke(AuditSealer::log)
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> all() {
        return pool.withTransaction(this::batch)
                .invoke(this::remember)
                .chain(done -> done.full() ? all() : Uni.createFrom().voidItem());
    }

    /** Seals what waits, at most a batch. */
    private Uni<Sealed> batch(SqlConnection tx) {
        return head(tx, "skip locked")
                .chain(head -> head.isEmpty()
                        ? Uni.createFrom().item(Sealed.NOTHING)
                        : tx.preparedQuery(WAITING).execute(Tuple.of(BATCH)).chain(rows -> {
                            List<Waiting> waiting = new ArrayList<>();
                            for (Row row : rows) {
                                waiting.add(new Waiting(row.getLong("entry"), AuditRecord.entry(row)));
                            }
                            return waiting.isEmpty()
                                    ? Uni.createFrom().item(Sealed.NOTHING)
                                    : link(tx, head.get(), waiting)
                                            .map(next -> new Sealed(next, waiting.size() == BATCH));
                        }));
    }

    private void remember(Sealed done) {
        if (done.head() != null) {
            last = done.head();
        }
    }

    /**
     * The head, locked until the transaction ends.
     *
     * @param otherwise what to do while another instance has it
     * @return empty when another instance has it; fails when somebody has changed it
     */
    Uni<Optional<AuditHead>> head(SqlConnection tx, String otherwise) {
        return tx.query(AuditHead.READ + " for update " + otherwise).execute().map(rows -> {
            if (rows.size() == 0) {
                return Optional.empty();
            }
            AuditHead head = AuditHead.of(rows.iterator().next());
            AuditHead known = last;
            boolean sound = keys.verifies(head) && (known == null || head.seq() >= known.seq());
            broken.set(sound ? 0 : 1);
            if (!sound) {
                throw new BrokenChain(
                        "the head of the audit chain is not as it was signed; nothing is sealed until it is"
                                + " seen to, see docs/operating.md");
            }
            return Optional.of(head);
        });
    }

    private Uni<AuditHead> link(SqlConnection tx, AuditHead head, List<Waiting> waiting) {
        List<AuditRecord> links = new ArrayList<>(waiting.size());
        long seq = head.seq();
        byte[] previous = head.hash();
        for (Waiting entry : waiting) {
            byte[] hash = keys.digest().hash(++seq, entry.entry(), previous);
            links.add(new AuditRecord(seq, entry.entry(), keys.digest().algorithm(), previous, hash));
            previous = hash;
        }
        AuditHead next = keys.sign(new AuditHead(
                seq,
                previous,
                head.floorSeq(),
                head.floorHash(),
                Clock.systemUTC().instant(),
                head.signature()));
        Long[] entries = waiting.stream().map(Waiting::number).toArray(Long[]::new);
        return tx.preparedQuery(LINK)
                .execute(columns(links))
                .chain(() -> tx.preparedQuery("delete from audit_pending where entry = any($1)")
                        .execute(Tuple.tuple().addArrayOfLong(entries)))
                .chain(gone -> {
                    if (gone.rowCount() != entries.length) {
                        throw new IllegalStateException("an audit entry was gone before it was sealed");
                    }
                    return save(tx, next).replaceWith(next);
                });
    }

    /** Writes a signed head. */
    Uni<Void> save(SqlConnection tx, AuditHead head) {
        return tx.preparedQuery("""
                        update audit_head set seq = $1, hash = $2, floor_seq = $3, floor_hash = $4, sealed_at = $5,
                            signed_with = $6, signature = $7""")
                .execute(Tuple.tuple()
                        .addLong(head.seq())
                        .addValue(Buffer.buffer(head.hash()))
                        .addLong(head.floorSeq())
                        .addValue(Buffer.buffer(head.floorHash()))
                        .addOffsetDateTime(head.sealedAt().atOffset(ZoneOffset.UTC))
                        .addString(head.signature().with())
                        .addValue(Buffer.buffer(head.signature().bytes())))
                .replaceWithVoid();
    }

    private static Tuple columns(List<AuditRecord> links) {
        return Tuple.tuple()
                .addArrayOfLong(links.stream().map(AuditRecord::seq).toArray(Long[]::new))
                .addArrayOfOffsetDateTime(links.stream()
                        .map(link -> link.entry().at().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addArrayOfString(texts(links, link -> link.entry().actor()))
                .addArrayOfString(texts(links, link -> link.entry().department()))
                .addArrayOfString(texts(links, link -> link.entry().action()))
                .addArrayOfString(texts(links, link -> link.entry().subjectType()))
                .addArrayOfString(texts(links, link -> link.entry().subjectId()))
                .addArrayOfString(texts(links, link -> link.entry().detail()))
                .addArrayOfString(texts(links, AuditRecord::digest))
                .addValue(bytes(links, AuditRecord::previous))
                .addValue(bytes(links, AuditRecord::hash));
    }

    private static String[] texts(List<AuditRecord> links, Function<AuditRecord, String> value) {
        return links.stream().map(value).toArray(String[]::new);
    }

    private static Buffer[] bytes(List<AuditRecord> links, Function<AuditRecord, byte[]> value) {
        return links.stream().map(value).map(Buffer::buffer).toArray(Buffer[]::new);
    }

    private static void log(Throwable failure) {
        if (failure instanceof BrokenChain) {
            LOG.error(failure.getMessage());
        } else if (Failures.passes(failure)) {
            LOG.debugf("audit entries wait for the database: %s", failure.getMessage());
        } else {
            LOG.warnf("audit entries could not be sealed: %s", failure.getMessage());
        }
    }

    private record Waiting(long number, AuditEntry entry) {}

    /**
     * What a transaction has sealed.
     *
     * @param head the head after it; null when there was nothing to do here
     * @param full whether there may be more
     */
    private record Sealed(@Nullable AuditHead head, boolean full) {

        static final Sealed NOTHING = new Sealed(null, false);
    }

    /** Somebody has been at the head. */
    static final class BrokenChain extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BrokenChain(String message) {
            super(message, null, false, false);
        }
    }
}
