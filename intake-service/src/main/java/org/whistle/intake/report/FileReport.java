package org.whistle.intake.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.MatterKind;
import org.whistle.contracts.Position;
import org.whistle.contracts.intake.ChainLevel;
import org.whistle.contracts.intake.Reporter;

/**
 * Somebody files a report. The fields are well-formed already: lengths, characters and ranges are checked where they
 * come in.
 *
 * @param reportId the id the report will have, and with it the ticket it begins
 * @param number the number from which the ticket number's last six characters are made, 0 … 2³⁰ − 1
 * @param account who files it; with {@code clientId} it names the request for good
 * @param clientId the caller's own id of this report
 * @param fingerprint keyed hash over the whole request; tells a repeated request from another one
 * @param position in WGS 84, whatever datum it came in
 * @param photos photos the account has uploaded, at most 9
 * @param reporter the pseudonym and kind of who saw it
 * @param joins the open ticket it is to be joined to, when the reporter recognised it
 * @param outcome what was done on the spot; only routine matters have one
 * @param begins the level of the chain at which a coordination matter begins; from the street upward it is a ticket
 * @param ownAreas the place codes the filing grid worker is responsible for; null when no grid worker files
 * @param filedAt when it reached the system
 * @param trackingDigest digest of the code by which the reporter follows it
 */
public record FileReport(
        UUID reportId,
        int number,
        String account,
        String clientId,
        Fingerprint fingerprint,
        MatterKind matter,
        String text,
        Position position,
        @Nullable String address,
        @Nullable String assetId,
        @Nullable String assetMark,
        List<UUID> photos,
        Reporter reporter,
        @Nullable UUID joins,
        @Nullable String outcome,
        ChainLevel begins,
        @Nullable List<String> ownAreas,
        Instant filedAt,
        String trackingDigest) {

    public FileReport {
        photos = List.copyOf(photos);
        ownAreas = ownAreas == null ? null : List.copyOf(ownAreas);
    }
}
