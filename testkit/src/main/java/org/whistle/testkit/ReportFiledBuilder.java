package org.whistle.testkit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.MatterKind;
import org.whistle.contracts.Place;
import org.whistle.contracts.Position;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.intake.AlarmLevel;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.contracts.intake.Reporter;

/** A report as intake-service publishes it: {@link Story}'s broken manhole cover, unless told otherwise. */
public final class ReportFiledBuilder {

    private UUID ticketId = Journal.newId();
    private String ticketNo = "370102009-20260302-7K3M9P";
    private MatterKind matter = MatterKind.COORDINATION;
    private @Nullable String type = "C0101";
    private @Nullable String condition = "a";
    private @Nullable Urgency urgency = Urgency.U0;
    private String text = "甸柳新村一区3号楼北侧上水井盖断裂，边缘翘起，老人和孩子经过容易踩空。";
    private Place place = Place.ofGrid(Story.GRID);
    private Position position = Story.POSITION;
    private @Nullable String address = "甸柳新村一区3号楼北侧路口";
    private @Nullable String assetId;
    private @Nullable String assetMark = "供水";
    private List<UUID> photos = List.of();
    private Reporter reporter =
            new Reporter(UUID.fromString("9d0c4a52-6f0e-4b57-8f3e-2b1f0c7a5d11"), Reporter.Kind.GRID_WORKER);
    private String filedBy = "grid-1";
    private @Nullable String about;
    private boolean outsideOwnGrid;
    private List<AlarmLevel> alarmed = List.of();
    private Instant filedAt = Story.FILED_AT;
    private @Nullable String trackingDigest;

    /** The ticket that begins with it; a new id by default. */
    public ReportFiledBuilder ticketId(UUID value) {
        ticketId = value;
        return this;
    }

    public ReportFiledBuilder ticketNo(String value) {
        ticketNo = value;
        return this;
    }

    /** An emergency alarms all three levels. */
    public ReportFiledBuilder matter(MatterKind value) {
        matter = value;
        alarmed = value == MatterKind.EMERGENCY ? List.of(AlarmLevel.values()) : List.of();
        return this;
    }

    /** How the reporter classified it. */
    public ReportFiledBuilder classified(String typeCode, String conditionLetter, Urgency value) {
        type = typeCode;
        condition = conditionLetter;
        urgency = value;
        return this;
    }

    /** The reporter could not classify it. */
    public ReportFiledBuilder unclassified() {
        type = null;
        condition = null;
        urgency = null;
        return this;
    }

    public ReportFiledBuilder text(String value) {
        text = value;
        return this;
    }

    /** The grid it lies in, 15 digits; street and community follow. */
    public ReportFiledBuilder grid(String code) {
        place = Place.ofGrid(code);
        return this;
    }

    /** WGS 84, degrees. */
    public ReportFiledBuilder at(double longitude, double latitude) {
        position = new Position(longitude, latitude);
        return this;
    }

    public ReportFiledBuilder address(@Nullable String value) {
        address = value;
        return this;
    }

    /** The asset's number in the register, and what is readable on it. */
    public ReportFiledBuilder asset(@Nullable String id, @Nullable String mark) {
        assetId = id;
        assetMark = mark;
        return this;
    }

    public ReportFiledBuilder photos(UUID... values) {
        photos = List.of(values);
        return this;
    }

    public ReportFiledBuilder reporter(UUID pseudonym, Reporter.Kind kind) {
        reporter = new Reporter(pseudonym, kind);
        return this;
    }

    public ReportFiledBuilder filedBy(String account) {
        filedBy = account;
        return this;
    }

    /** The body it reports on, by somebody hidden from it. */
    public ReportFiledBuilder about(String department) {
        about = department;
        return this;
    }

    public ReportFiledBuilder outsideOwnGrid() {
        outsideOwnGrid = true;
        return this;
    }

    public ReportFiledBuilder filedAt(Instant value) {
        filedAt = value;
        return this;
    }

    /** Digest of the code by which the reporter follows it; none by default. */
    public ReportFiledBuilder trackingDigest(@Nullable String value) {
        trackingDigest = value;
        return this;
    }

    public ReportFiled build() {
        return new ReportFiled(
                ticketId,
                ticketNo,
                matter,
                type,
                condition,
                urgency,
                text,
                place,
                position,
                address,
                assetId,
                assetMark,
                photos,
                reporter,
                filedBy,
                outsideOwnGrid,
                alarmed,
                filedAt,
                trackingDigest,
                about);
    }
}
