package org.whistle.intake.alarm.web;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Params;
import org.whistle.contracts.Position;
import org.whistle.contracts.intake.AlarmLevel;
import org.whistle.intake.alarm.store.StoredAlarm;
import org.whistle.intake.grid.Gazetteer;
import org.whistle.intake.grid.web.PlaceView;
import org.whistle.intake.report.store.StoredReport;

/**
 * An emergency as the alarmed levels follow it.
 *
 * @param state open while a level has not acknowledged yet
 * @param version what a change names in {@code If-Match}
 * @param levels all alarmed levels, from below to above
 * @param note what was done to make it safe
 */
@Schema(name = "Alarm")
public record AlarmView(
        UUID ticketId,
        @Schema(examples = "370102009-20260302-7K3M9Q") String ticketNo,

        @Schema(enumeration = {"open", "acknowledged", "safe"})
        String state,

        long version,
        @Schema(examples = "C0101") @Nullable String type,
        @Nullable String condition,
        String text,
        PlaceView place,
        Position position,
        @Nullable String address,
        List<UUID> photos,
        OffsetDateTime raisedAt,
        List<LevelView> levels,
        @Nullable OffsetDateTime safeAt,
        @Nullable String safeBy,
        @Nullable String note) {

    static AlarmView of(StoredAlarm alarm, Instant now, Gazetteer gazetteer, Language language) {
        StoredReport report = alarm.report();
        return new AlarmView(
                report.id(),
                report.ticketNo(),
                alarm.state(),
                alarm.version(),
                report.type(),
                report.condition(),
                report.text(),
                PlaceView.of(report.place(), gazetteer, language),
                report.position(),
                report.address(),
                report.photos(),
                at(alarm.raisedAt()),
                Arrays.stream(AlarmLevel.values())
                        .map(level -> LevelView.of(level, alarm, now))
                        .toList(),
                alarm.safe() == null ? null : at(alarm.safe().at()),
                alarm.safe() == null ? null : alarm.safe().account(),
                alarm.note());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atZone(Params.ZONE).toOffsetDateTime();
    }

    /**
     * An alarmed level.
     *
     * @param acknowledgedBy the account that said so
     * @param waitedMinutes whole minutes from the alarm to the acknowledgement; without one, until now or until it was
     *     safe
     */
    @Schema(name = "AlarmedLevel")
    public record LevelView(
            AlarmLevel level,
            boolean acknowledged,
            @Nullable OffsetDateTime acknowledgedAt,
            @Nullable String acknowledgedBy,
            @Schema(examples = "12") long waitedMinutes) {

        static LevelView of(AlarmLevel level, StoredAlarm alarm, Instant now) {
            StoredAlarm.Said said = alarm.acknowledged().get(level);
            if (said == null) {
                Instant until = alarm.safe() == null ? now : alarm.safe().at();
                return new LevelView(level, false, null, null, minutes(alarm.raisedAt(), until));
            }
            return new LevelView(
                    level, true, AlarmView.at(said.at()), said.account(), minutes(alarm.raisedAt(), said.at()));
        }

        private static long minutes(Instant from, Instant to) {
            return Math.max(0, Duration.between(from, to).toMinutes());
        }
    }
}
