package org.whistle.acceptance;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.whistle.acceptance.client.Answer;
import org.whistle.acceptance.client.Matter;
import org.whistle.acceptance.client.User;
import org.whistle.acceptance.client.Whistle;

/** A bounded number of reports from several senders at a time, each sent again until it is answered. */
final class Load implements AutoCloseable {

    private static final int SENDERS = 16;

    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    private final AtomicInteger left;
    private final AtomicInteger busy = new AtomicInteger(SENDERS);

    private Load(int reports) {
        this.left = new AtomicInteger(reports);
    }

    /** @param accepted where the ids of answered reports are put */
    static Load start(Whistle whistle, int reports, Set<String> accepted) {
        Load load = new Load(reports);
        Matter matter = new Matter(whistle, "370102009001001");
        User gridWorker = matter.gridWorker();
        for (int i = 0; i < SENDERS; i++) {
            load.senders.submit(() -> {
                try {
                    while (load.left.getAndDecrement() > 0) {
                        accepted.add(untilAnswered(gridWorker, matter.body("C0101", "a")));
                    }
                } finally {
                    load.busy.decrementAndGet();
                }
            });
        }
        return load;
    }

    boolean isDone() {
        return busy.get() == 0;
    }

    private static String untilAnswered(User gridWorker, Map<String, Object> body) {
        return Awaitility.await()
                .atMost(3, TimeUnit.MINUTES)
                .pollDelay(0, TimeUnit.MILLISECONDS)
                .pollInterval(200, TimeUnit.MILLISECONDS)
                .until(
                        () -> {
                            try {
                                Answer answer = gridWorker.post("/api/intake/reports", body);
                                // Anything but "try again later" would be an answer, and a wrong one.
                                if (!answer.succeeded() && answer.status() < 500) {
                                    throw new AssertionError(answer.toString());
                                }
                                return answer.succeeded() ? answer.field("id").orElseThrow() : "";
                            } catch (UncheckedIOException e) {
                                return "";
                            }
                        },
                        id -> !id.isEmpty());
    }

    @Override
    public void close() {
        senders.shutdownNow();
    }
}
