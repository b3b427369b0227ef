package org.whistle.contracts.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.ContractViolation;
import org.whistle.contracts.MatterKind;
import org.whistle.contracts.Place;
import org.whistle.contracts.Position;
import org.whistle.contracts.Require;
import org.whistle.contracts.Urgency;

/**
 * A matter was reported, placed in a grid and classified; with it a ticket begins.
 *
 * @param ticketId the id of this first report, and of the ticket for all its life (UUIDv7)
 * @param ticketNo the number people read out: street, day, six characters
 * @param matter anything but routine
 * @param type issue type code of the catalogue, e.g. {@code C0101}; absent when the reporter could not classify it
 * @param condition condition letter of that type, e.g. {@code a}; absent with the type
 * @param urgency of type × condition; absent with the type
 * @param text what the reporter wrote, at most 2 000 characters
 * @param address a place in words, at most 200 characters
 * @param assetId the asset's number in the register, when known
 * @param assetMark what is readable on the object itself, when anything is
 * @param photos ids of photos that intake-service keeps, at most 9
 * @param filedBy account that filed it; {@link Reporter#HIDDEN} for a whistle-blower
 * @param outsideOwnGrid a grid worker reported from a grid that is not theirs
 * @param alarmed the levels alarmed; empty unless the matter is an emergency
 * @param trackingDigest SHA-256 of the code by which the reporter follows it, in base64url; whoever has the digest cannot make
 *     the code of it; absent in events of before there were codes
 * @param about the body that is reported on, by somebody who must stay hidden from it; absent for other reports
 */
public record ReportFiled(
        UUID ticketId,
        String ticketNo,
        MatterKind matter,
        @Nullable String type,
        @Nullable String condition,
        @Nullable Urgency urgency,
        String text,
        Place place,
        Position position,
        @Nullable String address,
        @Nullable String assetId,
        @Nullable String assetMark,
        List<UUID> photos,
        Reporter reporter,
        String filedBy,
        boolean outsideOwnGrid,
        List<AlarmLevel> alarmed,
        Instant filedAt,
        @Nullable String trackingDigest,
        @Nullable String about)
        implements IntakeEvent {

    public ReportFiled {
        Require.present(ticketId, "ticketId");
        Require.text(ticketNo, 32, "ticketNo");
        Require.present(matter, "matter");
        if (matter == MatterKind.ROUTINE) {
            throw new ContractViolation("matter", "is routine, which never becomes a ticket");
        }
        Require.optionalText(type, 16, "type");
        Require.optionalText(condition, 4, "condition");
        Require.text(text, 2000, "text");
        Require.present(place, "place");
        Require.present(position, "position");
        Require.optionalText(address, 200, "address");
        Require.optionalText(assetId, 64, "assetId");
        Require.optionalText(assetMark, 64, "assetMark");
        photos = Require.list(photos, 9, "photos");
        Require.present(reporter, "reporter");
        Require.text(filedBy, 128, "filedBy");
        alarmed = Require.list(alarmed, 3, "alarmed");
        Require.present(filedAt, "filedAt");
        Require.optionalText(trackingDigest, 64, "trackingDigest");
        Require.optionalText(about, 64, "about");
    }
}
