package org.whistle.chassis.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whistle.chassis.problem.CommonProblem;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.problem.Problems;

class PhotoStoreTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final CleanPhoto PHOTO = PhotoSanitizer.sanitize(SamplePhotos.jpeg(40, 30, false));

    private static EmbeddedPostgres postgres;
    private static Vertx vertx;
    private static Pool pool;
    private static PhotoStore store;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        vertx = Vertx.vertx();
        pool = pool(postgres.getPort(), 4);
        store = new PhotoStore(pool);
        try (InputStream ddl = PhotoStore.class.getResourceAsStream("/db/chassis/V0_2__photo.sql")) {
            await(pool.query(new String(ddl.readAllBytes(), StandardCharsets.UTF_8))
                    .execute());
        }
    }

    @AfterAll
    static void stop() throws IOException {
        try {
            await(pool.close());
            await(vertx.close());
        } finally {
            postgres.close();
        }
    }

    @BeforeEach
    void empty() {
        await(pool.query("truncate photo").execute());
    }

    private static Pool pool(int port, int size) {
        return PgBuilder.pool()
                .connectingTo(new PgConnectOptions()
                        .setHost("localhost")
                        .setPort(port)
                        .setDatabase("postgres")
                        .setUser("postgres")
                        .setPassword("postgres"))
                .with(new PoolOptions()
                        .setMaxSize(size)
                        .setConnectionTimeout(1)
                        .setConnectionTimeoutUnit(TimeUnit.SECONDS))
                .using(vertx)
                .build();
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }

    private static List<UUID> bind(List<UUID> ids, UUID boundTo, String owner) {
        return await(pool.withTransaction(tx -> store.bind(tx, ids, boundTo, owner)));
    }

    @Test
    void aPhoto_isFound_asItWasSaved() {
        UUID id = await(store.save(PHOTO, "ada"));
        StoredPhoto found = await(store.find(id)).orElseThrow();
        assertThat(found.id()).isEqualTo(id);
        assertThat(found.owner()).isEqualTo("ada");
        assertThat(found.boundTo()).isNull();
        assertThat(found.createdAt())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
        assertThat(found.photo()).usingRecursiveComparison().isEqualTo(PHOTO);
        assertThat(await(store.find(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void ownPhotos_areBound_onceOnly() {
        UUID first = await(store.save(PHOTO, "ada"));
        UUID second = await(store.save(PHOTO, "ada"));
        UUID report = UUID.randomUUID();
        assertThat(bind(List.of(first, second, first), report, "ada")).isEmpty();
        assertThat(await(store.boundTo(report))).containsExactly(first, second);
        assertThat(bind(List.of(first), report, "ada")).as("the same again").isEmpty();
        assertThat(bind(List.of(first, second), UUID.randomUUID(), "ada"))
                .as("to something else")
                .containsExactly(first, second);
        assertThat(await(store.find(first)).orElseThrow().boundTo()).isEqualTo(report);
    }

    @Test
    void othersAndUnknownPhotos_areNotBound() {
        UUID others = await(store.save(PHOTO, "bob"));
        UUID unknown = UUID.randomUUID();
        UUID own = await(store.save(PHOTO, "ada"));
        assertThat(bind(List.of(unknown, own, others), UUID.randomUUID(), "ada"))
                .containsExactly(unknown, others);
        assertThat(await(store.find(others)).orElseThrow().boundTo()).isNull();
        assertThat(bind(List.of(), UUID.randomUUID(), "ada")).isEmpty();
    }

    @Test
    void photosOfABatch_areGiven_allOfACommandsOrNone_andOnceOnly() {
        UUID first = await(store.save(PHOTO, "ada"));
        UUID second = await(store.save(PHOTO, "ada"));
        UUID others = await(store.save(PHOTO, "bob"));
        UUID unknown = UUID.randomUUID();
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        await(pool.withTransaction(tx -> store.lock(tx, List.of(first, second, others, unknown, first))
                .chain(claims -> {
                    assertThat(claims.take(List.of(second, unknown, others), one, "ada"))
                            .containsExactly(unknown, others);
                    assertThat(claims.take(List.of(first), one, "ada")).isEmpty();
                    assertThat(claims.take(List.of(first), one, "ada"))
                            .as("the same again")
                            .isEmpty();
                    assertThat(claims.take(List.of(second, first), other, "ada"))
                            .as("gone to the one before")
                            .containsExactly(first);
                    assertThat(claims.take(List.of(others), other, "bob")).isEmpty();
                    return store.bind(tx, claims);
                })));
        assertThat(await(store.find(first)).orElseThrow().boundTo()).isEqualTo(one);
        assertThat(await(store.find(second)).orElseThrow().boundTo()).isNull();
        assertThat(await(store.find(others)).orElseThrow().boundTo()).isEqualTo(other);
        List<UUID> refused = await(pool.withTransaction(
                tx -> store.lock(tx, List.of(first)).map(claims -> claims.take(List.of(first), other, "ada"))));
        assertThat(refused).containsExactly(first);
    }

    @Test
    void aRolledBackBinding_leavesThePhotoFree() {
        UUID id = await(store.save(PHOTO, "ada"));
        assertThatThrownBy(() -> await(pool.withTransaction(tx -> store.bind(tx, List.of(id), UUID.randomUUID(), "ada")
                        .invoke(() -> {
                            throw new IllegalStateException("refused after all");
                        }))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(await(store.find(id)).orElseThrow().boundTo()).isNull();
    }

    @Test
    void unusedPhotos_arePurged_byAge() {
        UUID old = await(store.save(PHOTO, "ada"));
        UUID used = await(store.save(PHOTO, "ada"));
        await(pool.query("update photo set created_at = now() - interval '2 days'")
                .execute());
        UUID fresh = await(store.save(PHOTO, "ada"));
        bind(List.of(used), UUID.randomUUID(), "ada");
        assertThat(await(store.purgeUnbound(Instant.now().minus(Duration.ofDays(1)))))
                .isEqualTo(1);
        assertThat(await(store.find(old))).isEmpty();
        assertThat(await(store.find(used))).isPresent();
        assertThat(await(store.find(fresh))).isPresent();
    }

    @Test
    void tooManyUnusedPhotos_areRefused() {
        for (int i = 0; i < PhotoStore.MAX_UNBOUND; i++) {
            await(store.save(PHOTO, "ada"));
        }
        assertThatExceptionOfType(PhotoRefused.class)
                .isThrownBy(() -> await(store.save(PHOTO, "ada")))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(PhotoProblem.PHOTO_QUOTA));
        assertThat(await(store.save(PHOTO, "bob"))).isNotNull();
    }

    private static void isUnavailable(ThrowingCallable work) {
        assertThatThrownBy(work).satisfies(failure -> assertThat(Problems.of(failure))
                .map(ProblemException::code)
                .as("%s", failure)
                .contains(CommonProblem.UNAVAILABLE));
    }

    @Test
    void anAbsentDatabase_isToldApartFromAFault() throws IOException {
        Pool nowhere = pool(freePort(), 1);
        isUnavailable(() -> await(nowhere.query("select 1").execute()));
        await(nowhere.close());
        assertThatThrownBy(() -> await(pool.query("select nonsense").execute()))
                .satisfies(failure -> assertThat(Problems.of(failure)).isEmpty());
    }

    @Test
    void anExhaustedPool_isUnavailable() {
        Pool narrow = pool(postgres.getPort(), 1);
        SqlConnection taken = await(narrow.getConnection());
        isUnavailable(() -> await(narrow.query("select 1").execute()));
        await(taken.close());
        await(narrow.close());
    }

    @Test
    void aCutConnection_isUnavailable() {
        Pool narrow = pool(postgres.getPort(), 1);
        SqlConnection doomed = await(narrow.getConnection());
        int pid = await(doomed.query("select pg_backend_pid()").execute())
                .iterator()
                .next()
                .getInteger(0);
        Uni<?> sleeping =
                doomed.query("select pg_sleep(30)").execute().memoize().indefinitely();
        sleeping.subscribe().with(ignored -> {}, ignored -> {});
        await(pool.query("select pg_terminate_backend(" + pid + ")").execute());
        isUnavailable(() -> await(sleeping));
        isUnavailable(() -> await(doomed.query("select 1").execute()));
        await(narrow.close());
    }

    private static int freePort() throws IOException {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
