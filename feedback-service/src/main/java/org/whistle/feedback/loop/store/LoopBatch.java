package org.whistle.feedback.loop.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whistle.feedback.clock.store.AlertRow;
import org.whistle.feedback.clock.store.ClockRow;
import org.whistle.feedback.clock.store.ClockRows;

/** Loops with all that hangs on them, by the batch: a fixed number of statements, however many there are. */
public final class LoopBatch {

    private LoopBatch() {}

    /**
     * The loops of these tickets, locked until the transaction ends; unknown ones are left out. The loops' locks come
     * first and in the order of ids, so that everybody who changes a loop stands in one line; legs and clocks are read
     * behind them, when nobody else changes them any more.
     */
    public static Uni<Map<UUID, OpenLoop>> open(SqlConnection tx, Collection<UUID> tickets) {
        return Uni.combine()
                .all()
                .unis(LoopRows.lock(tx, tickets), LoopRows.legs(tx, tickets), ClockRows.lock(tx, tickets))
                .asTuple()
                .map(found -> {
                    Map<UUID, List<LegRow>> legs =
                            found.getItem2().stream().collect(Collectors.groupingBy(leg -> leg.ticketId));
                    Map<UUID, List<ClockRow>> clocks =
                            found.getItem3().stream().collect(Collectors.groupingBy(clock -> clock.id.ticketId()));
                    Map<UUID, OpenLoop> open = new LinkedHashMap<>();
                    for (LoopRow loop : found.getItem1()) {
                        open.put(
                                loop.ticketId,
                                OpenLoop.of(
                                        loop,
                                        legs.getOrDefault(loop.ticketId, List.of()),
                                        clocks.getOrDefault(loop.ticketId, List.of())));
                    }
                    return open;
                });
    }

    /** Stores loops that were written over their rows, and alerts about them. */
    public static Uni<Void> store(SqlConnection tx, List<OpenLoop> moved, List<AlertRow> alerts) {
        // None needs another's answer, so they travel together.
        return Uni.join()
                .all(
                        LoopRows.insert(tx, rows(moved, OpenLoop::isNew)),
                        LoopRows.update(tx, rows(moved, open -> !open.isNew())),
                        LoopRows.saveLegs(tx, all(moved, OpenLoop::changedLegs)),
                        ClockRows.save(tx, all(moved, OpenLoop::changedClocks)),
                        ClockRows.alert(tx, alerts))
                .andFailFast()
                .replaceWithVoid();
    }

    private static List<LoopRow> rows(List<OpenLoop> moved, Predicate<OpenLoop> which) {
        return moved.stream().filter(which).map(OpenLoop::row).toList();
    }

    private static <T> List<T> all(List<OpenLoop> moved, Function<OpenLoop, Stream<T>> what) {
        return moved.stream().flatMap(what).toList();
    }
}
