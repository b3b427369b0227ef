package org.whistle.feedback.loop.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.whistle.feedback.clock.StageClock;
import org.whistle.feedback.clock.TicketClocks;
import org.whistle.feedback.clock.store.ClockRow;
import org.whistle.feedback.loop.Loop;
import org.whistle.feedback.loop.LoopLeg;
import org.whistle.feedback.loop.Progress;

/**
 * One ticket within one batch: as it was stored, how far the batch has brought it, and what of it must be stored. Its
 * lock is held, or it is new and nobody else has it.
 */
public final class OpenLoop {

    private final LoopRow row;
    private final boolean isNew;
    private final Map<UUID, LegRow> legRows = new HashMap<>();
    private final Progress before;
    private Progress progress;

    private OpenLoop(LoopRow row, boolean isNew, List<LegRow> legs, Progress before) {
        this.row = row;
        this.isNew = isNew;
        legs.forEach(leg -> legRows.put(leg.assignmentId, leg));
        this.before = before;
        this.progress = before;
    }

    static OpenLoop of(LoopRow row, List<LegRow> legs, List<ClockRow> clocks) {
        return new OpenLoop(
                row,
                false,
                legs,
                new Progress(
                        LoopMapping.toLoop(row, legs),
                        TicketClocks.of(clocks.stream().map(ClockRow::toClock).toList())));
    }

    /** One that nothing is known of; its news comes on this partition of the journal. */
    public static OpenLoop unknown(int partition) {
        LoopRow row = new LoopRow();
        row.partition = partition;
        return new OpenLoop(row, true, List.of(), Progress.UNKNOWN);
    }

    /** The ticket's id; the row has it once the progress was written over it. */
    public UUID ticketId() {
        return row.ticketId;
    }

    /** How far the batch has brought it. */
    public Progress progress() {
        return progress;
    }

    /** Goes on to what comes of it. */
    public void moveTo(Progress next) {
        progress = next;
    }

    /** Whether there is anything to store. */
    public boolean hasMoved() {
        return progress != before;
    }

    boolean isNew() {
        return isNew;
    }

    /** The row as it stands; {@link #write} brings it up to the progress. */
    LoopRow row() {
        return row;
    }

    /** Writes the progress over the row and makes a version of it. */
    public void write() {
        LoopMapping.write(Objects.requireNonNull(progress.loop()), row);
        row.version++;
    }

    Stream<LegRow> changedLegs() {
        Loop loop = Objects.requireNonNull(progress.loop());
        List<LoopLeg> old =
                before.loop() == null ? List.of() : before.loop().matter().legs();
        return loop.matter().legs().stream().filter(leg -> !old.contains(leg)).map(leg -> {
            LegRow legRow = legRows.getOrDefault(leg.assignmentId(), new LegRow());
            LoopMapping.write(leg, loop.matter(), legRow);
            return legRow;
        });
    }

    Stream<StageClock> changedClocks() {
        Map<StageClock.Key, StageClock> old = before.clocks().clocks();
        return progress.clocks().clocks().values().stream().filter(clock -> !clock.equals(old.get(clock.key())));
    }
}
