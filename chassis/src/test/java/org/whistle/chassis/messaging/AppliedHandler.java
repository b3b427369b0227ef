package org.whistle.chassis.messaging;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.whistle.chassis.inbox.BatchHandler;
import org.whistle.chassis.inbox.Delivered;
import org.whistle.chassis.inbox.PoisonRecord;

/** Stores what it is given, and fails in the ways a test asks for: by the event's body, or a number of times. */
@ApplicationScoped
@IfBuildProperty(name = MessagingApp.SWITCH, stringValue = "true")
public class AppliedHandler implements BatchHandler {

    /** A type this handler applies. */
    public static final String NOTED = "whistle.test.noted.v1";

    /** A type it knows and leaves alone. */
    public static final String IGNORED = "whistle.test.ignored.v1";

    /** Bodies that fail: by a poison record, by an exception thrown at once, by a constraint of the database. */
    public static final String POISON = "poison";

    public static final String THROWN = "thrown";
    public static final String FORBIDDEN = "forbidden";

    /** Values of records without an event that are answered, or whose answer fails. */
    public static final String ANSWERED = "answer me";

    public static final String UNANSWERABLE = "answer me if you can";

    private final AtomicInteger hiccups = new AtomicInteger();
    private final AtomicInteger kills = new AtomicInteger();
    private final AtomicInteger lateKills = new AtomicInteger();
    private final AtomicInteger tries = new AtomicInteger();
    private final Map<String, Interest> learned = new ConcurrentHashMap<>();
    private volatile boolean lenient;
    private volatile String poisonCause = "it is poison";

    /** As it was made. */
    public void reset() {
        hiccups.set(0);
        kills.set(0);
        lateKills.set(0);
        tries.set(0);
        learned.clear();
        lenient = false;
        poisonCause = "it is poison";
    }

    /** The next so many times it fails with a serialization failure after it has written. */
    public void hiccup(int times) {
        hiccups.set(times);
    }

    /** The next so many times its own database session is terminated after it has written. */
    public void loseConnection(int times) {
        kills.set(times);
    }

    /** The next so many times its database session has been terminated when it comes to write. */
    public void findConnectionLost(int times) {
        lateKills.set(times);
    }

    /** From now on nothing is poison: the upgrade that mends it. */
    public void mend() {
        lenient = true;
    }

    /** From now on a type is known: the upgrade that knows it. */
    public void learn(String type, Interest interest) {
        learned.put(type, interest);
    }

    /** What a poison record fails with. */
    public void failWith(String cause) {
        poisonCause = cause;
    }

    /** How often {@link #apply} was called. */
    public int tries() {
        return tries.get();
    }

    @Override
    public boolean consumes(String topic) {
        return topic.startsWith("chassis.");
    }

    @Override
    public Interest interestIn(String type) {
        return switch (type) {
            case NOTED -> Interest.APPLY;
            case IGNORED -> Interest.PASS;
            default -> learned.getOrDefault(type, Interest.UNKNOWN);
        };
    }

    @Override
    public Uni<Void> apply(SqlConnection tx, List<Delivered> fresh) {
        tries.incrementAndGet();
        List<String> bodies = fresh.stream().map(AppliedHandler::body).toList();
        if (!lenient && bodies.contains(THROWN)) {
            throw new IllegalStateException("thrown at once");
        }
        return insert(tx, fresh).chain(() -> {
            if (!lenient && bodies.contains(POISON)) {
                return Uni.createFrom().failure(new PoisonRecord(poisonCause));
            }
            if (takeOne(hiccups)) {
                return Uni.createFrom().failure(new PgException("could not serialize", "ERROR", "40001", null));
            }
            if (takeOne(kills)) {
                return terminate(tx);
            }
            return takeOne(lateKills)
                    ? terminate(tx).onFailure().recoverWithNull().chain(() -> insert(tx, fresh))
                    : Uni.createFrom().voidItem();
        });
    }

    @Override
    public Uni<Boolean> answer(SqlConnection tx, ConsumerRecord<String, byte[]> unreadable, String cause) {
        String value = unreadable.value() == null ? "" : new String(unreadable.value(), StandardCharsets.UTF_8);
        if (value.equals(UNANSWERABLE)) {
            throw new IllegalStateException("no answer");
        }
        return Uni.createFrom().item(value.equals(ANSWERED));
    }

    private static Uni<Void> terminate(SqlConnection tx) {
        return tx.query("select pg_terminate_backend(pg_backend_pid())")
                .execute()
                .replaceWithVoid();
    }

    private static Uni<Void> insert(SqlConnection tx, List<Delivered> fresh) {
        return tx.preparedQuery("""
                        insert into applied (event_id, subject, body, "partition", "offset")
                        select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::bigint[])""")
                .execute(Tuple.tuple()
                        .addArrayOfUUID(fresh.stream()
                                .map(delivered -> delivered.envelope().id())
                                .toArray(UUID[]::new))
                        .addArrayOfUUID(fresh.stream()
                                .map(delivered -> delivered.envelope().subject())
                                .toArray(UUID[]::new))
                        .addArrayOfString(
                                fresh.stream().map(AppliedHandler::body).toArray(String[]::new))
                        .addArrayOfInteger(
                                fresh.stream().map(Delivered::partition).toArray(Integer[]::new))
                        .addArrayOfLong(fresh.stream().map(Delivered::offset).toArray(Long[]::new)))
                .replaceWithVoid();
    }

    private static String body(Delivered delivered) {
        return new String(delivered.envelope().data(), StandardCharsets.UTF_8);
    }

    private static boolean takeOne(AtomicInteger left) {
        return left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    }
}
