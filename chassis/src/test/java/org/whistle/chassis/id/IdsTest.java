package org.whistle.chassis.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static long millisOf(UUID id) {
        return id.getMostSignificantBits() >>> 16;
    }

    @Test
    void id_isOfVersion7_andHoldsItsTime() {
        long before = System.currentTimeMillis();
        UUID id = Ids.next();
        long after = System.currentTimeMillis();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(millisOf(id)).isBetween(before, after);
    }

    @Test
    void ids_sortByTheirTime_asTextAndAsNumber() {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            long last = System.currentTimeMillis();
            ids.add(Ids.next());
            await().until(() -> System.currentTimeMillis() > last + 1);
        }
        assertThat(ids).isSorted();
        assertThat(ids.stream().map(UUID::toString)).isSorted();
    }

    @Test
    void ids_areDistinct_fromManyThreads() {
        Set<UUID> ids = ConcurrentHashMap.newKeySet();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int t = 0; t < 4; t++) {
                threads.submit(() -> {
                    Set<UUID> own = new HashSet<>();
                    for (int i = 0; i < 25_000; i++) {
                        own.add(Ids.next());
                    }
                    ids.addAll(own);
                });
            }
        }
        assertThat(ids).hasSize(100_000);
    }

    @Test
    void theFirstAtAnInstant_sortsBeforeWhatIsMadeThen_andBehindWhatWasMadeBefore() {
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        UUID made = Ids.next();

        assertThat(Ids.firstAt(now).toString()).isLessThan(made.toString());
        assertThat(Ids.firstAt(now.plusSeconds(60)).toString()).isGreaterThan(made.toString());
        assertThat(Ids.firstAt(now).version()).isEqualTo(7);
        assertThat(Ids.firstAt(now).variant()).isEqualTo(2);
    }
}
