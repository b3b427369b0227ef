package org.whistle.chassis.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whistle.chassis.messaging.MessagingApp;
import org.whistle.testkit.Database;
import org.whistle.testkit.Stores;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(service = MessagingApp.SERVICE, topics = MessagingApp.STORY)
@TestProfile(MessagingApp.class)
class GroupCommitTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Transactions transactions;

    private final Database database = Database.of(MessagingApp.SERVICE);
    private final List<Integer> sizes = new CopyOnWriteArrayList<>();
    private volatile boolean inTrouble;

    /** Held by a test until all it wants to see in one batch has been submitted. */
    private volatile CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);

    @BeforeEach
    void empty() {
        database.truncate("grouped");
    }

    private Uni<List<String>> write(SqlConnection tx, List<String> items) {
        sizes.add(items.size());
        if (items.contains("thrown")) {
            throw new IllegalStateException("thrown at once");
        }
        return Uni.createFrom()
                .completionStage(gate)
                .chain(() -> tx.preparedQuery("insert into grouped (item) select unnest($1::text[])")
                        .execute(Tuple.tuple().addArrayOfString(items.toArray(String[]::new))))
                .chain(() -> inTrouble
                        ? Uni.createFrom().failure(new PgException("could not serialize", "ERROR", "40001", null))
                        : Uni.createFrom().voidItem())
                .replaceWith(
                        () -> items.stream().map(item -> "answer to " + item).toList());
    }

    private GroupCommit<String, String> commits(int maxBatch, int maxFlights) {
        return new GroupCommit<>(transactions, maxBatch, maxFlights, Duration.ZERO, this::write);
    }

    /** Submits one that holds the only flight, then the others, which therefore travel together. */
    private List<CompletableFuture<String>> together(GroupCommit<String, String> commits, List<String> items) {
        gate = new CompletableFuture<>();
        List<CompletableFuture<String>> answers = new ArrayList<>();
        answers.add(commits.submit("leader " + UUID.randomUUID()).subscribeAsCompletionStage());
        items.forEach(item -> answers.add(commits.submit(item).subscribeAsCompletionStage()));
        gate.complete(null);
        return answers.subList(1, answers.size());
    }

    private static List<String> items(int count) {
        return IntStream.range(0, count).mapToObj(i -> "item " + i).toList();
    }

    private boolean isStored(String item) {
        return database.number("select count(*) from grouped where item = ?", item) == 1;
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void singleWrite_leavesAtOnce() {
        assertThat(commits(100, 1).submit("alone").await().atMost(PATIENCE)).isEqualTo("answer to alone");
        assertThat(isStored("alone")).isTrue();
        assertThat(sizes).containsExactly(1);
    }

    @Test
    void writesThatArriveTogether_shareTransactions_andEachGetsItsOwnAnswer() throws Exception {
        List<CompletableFuture<String>> answers = together(commits(100, 1), items(250));

        for (int i = 0; i < 250; i++) {
            assertThat(get(answers.get(i))).isEqualTo("answer to item " + i);
        }
        assertThat(sizes).containsExactly(1, 100, 100, 50);
        assertThat(database.number("select count(distinct tx) from grouped")).isEqualTo(4);
        assertThat(database.number("select count(*) from grouped")).isEqualTo(251);
    }

    @Test
    void everyCaller_isAnswered_afterTheCommitOfItsWrite() throws Exception {
        GroupCommit<String, String> commits = commits(20, 2);
        try (var callers = Executors.newFixedThreadPool(24)) {
            List<Future<Boolean>> seen = new ArrayList<>();
            for (int caller = 0; caller < 24; caller++) {
                String name = "caller " + caller + " ";
                seen.add(callers.submit(() -> IntStream.range(0, 12).allMatch(i -> {
                    String answer = commits.submit(name + i).await().atMost(PATIENCE);
                    return answer.equals("answer to " + name + i) && isStored(name + i);
                })));
            }
            for (Future<Boolean> each : seen) {
                assertThat(get(each)).isTrue();
            }
        }
        assertThat(database.number("select count(*) from grouped")).isEqualTo(288);
        assertThat(database.number("select count(distinct tx) from grouped")).isEqualTo(sizes.size());
        assertThat(sizes.size()).isLessThan(288);
    }

    @Test
    void itemAtFault_failsAlone() throws Exception {
        List<String> items = new ArrayList<>(items(30));
        items.add(17, "forbidden");
        List<CompletableFuture<String>> answers = together(commits(100, 1), items);

        for (int i = 0; i < items.size(); i++) {
            CompletableFuture<String> answer = answers.get(i);
            if (i == 17) {
                assertThatThrownBy(() -> get(answer)).hasRootCauseInstanceOf(PgException.class);
            } else {
                assertThat(get(answer)).isEqualTo("answer to " + items.get(i));
                assertThat(isStored(items.get(i))).isTrue();
            }
        }
        assertThat(database.number("select count(*) from grouped")).isEqualTo(31);
    }

    @Test
    void itemThatMakesTheWriteThrow_failsAlone_andLeavesNoTransactionOpen() throws Exception {
        GroupCommit<String, String> commits = commits(100, 1);
        List<CompletableFuture<String>> answers = together(commits, List.of("one", "thrown", "two"));

        assertThat(get(answers.get(0))).isEqualTo("answer to one");
        assertThatThrownBy(() -> get(answers.get(1))).hasMessageContaining("thrown at once");
        assertThat(get(answers.get(2))).isEqualTo("answer to two");
        assertThat(commits.submit("three").await().atMost(PATIENCE)).isEqualTo("answer to three");
        assertThat(database.number("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and state like 'idle in transaction%'""")).isZero();
    }

    @Test
    void failureThatPasses_failsAllCallers_andTheNextTryGoesThrough() throws Exception {
        GroupCommit<String, String> commits = commits(100, 1);
        inTrouble = true;
        List<CompletableFuture<String>> answers = together(commits, items(10));

        for (CompletableFuture<String> answer : answers) {
            assertThatThrownBy(() -> get(answer))
                    .satisfies(failure -> assertThat(Failures.passes(failure)).isTrue());
        }
        assertThat(sizes).containsExactly(1, 10);
        assertThat(database.number("select count(*) from grouped")).isZero();

        inTrouble = false;
        for (CompletableFuture<String> answer : together(commits, items(10))) {
            assertThat(get(answer)).startsWith("answer to item");
        }
    }

    @Test
    void answersThatDoNotFitTheItems_areNoCommit() {
        GroupCommit<String, String> commits =
                new GroupCommit<>(transactions, 10, 1, Duration.ZERO, (tx, items) -> write(tx, items)
                        .replaceWith(List.of()));

        assertThatThrownBy(() -> commits.submit("unanswered").await().atMost(PATIENCE))
                .isInstanceOf(IllegalStateException.class);
        assertThat(isStored("unanswered")).isFalse();
    }

    @Test
    void caller_isAnsweredOnItsOwnContext() throws Exception {
        GroupCommit<String, String> commits = commits(10, 1);
        Vertx vertx = Vertx.vertx();
        try {
            CompletableFuture<Boolean> same = new CompletableFuture<>();
            Context context = vertx.getOrCreateContext();
            context.runOnContext(ignored -> commits.submit("on a context")
                    .subscribe()
                    .with(answer -> same.complete(Vertx.currentContext() == context), same::completeExceptionally));
            assertThat(get(same)).isTrue();
        } finally {
            vertx.close();
        }
    }

    @Test
    void poolWithoutAFreeConnection_isAFailureThatPasses() {
        var vertx = io.vertx.mutiny.core.Vertx.vertx();
        Pool pool = PgBuilder.pool()
                .connectingTo(new PgConnectOptions()
                        .setHost(Stores.HOST)
                        .setPort(database.port())
                        .setDatabase(MessagingApp.SERVICE)
                        .setUser(MessagingApp.SERVICE)
                        .setPassword(Database.PASSWORD))
                .with(new PoolOptions().setMaxSize(1).setConnectionTimeout(1))
                .using(vertx)
                .build();
        try {
            pool.getConnection().await().atMost(PATIENCE);
            assertThatThrownBy(() -> pool.getConnection().await().atMost(PATIENCE))
                    .satisfies(failure -> assertThat(Failures.passes(failure)).isTrue());
        } finally {
            pool.close().await().atMost(PATIENCE);
            vertx.close().await().atMost(PATIENCE);
        }
    }
}
