package org.whistle.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Place;
import org.whistle.contracts.Position;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.dispatch.LegRole;

/** An assignment as a department receives it: {@link Story}'s broken manhole cover, unless told otherwise. */
public final class AssignmentIssuedBuilder {

    private UUID ticketId = Journal.newId();
    private UUID assignmentId = Journal.newId();
    private String ticketNo = "370102009-20260302-7K3M9P";
    private String department = Story.LEAD;
    private LegRole role = LegRole.LEAD;
    private int round = 1;
    private String type = "C0101";
    private String condition = "a";
    private Urgency urgency = Urgency.U0;
    private String text = "甸柳新村一区3号楼北侧上水井盖断裂，边缘翘起，老人和孩子经过容易踩空。";
    private Place place = Place.ofGrid(Story.GRID);
    private Position position = Story.POSITION;
    private @Nullable String address = "甸柳新村一区3号楼北侧路口";
    private @Nullable String assetId;
    private List<UUID> photos = List.of();
    private List<String> otherDepartments = List.of();
    private Duration handling = Duration.ofHours(2);
    private Duration returnWindow = Duration.ofMinutes(30);
    private int returnsLeft = 1;
    private Instant issuedAt = Story.FILED_AT.plusSeconds(1);

    public AssignmentIssuedBuilder ticketId(UUID value) {
        ticketId = value;
        return this;
    }

    public AssignmentIssuedBuilder assignmentId(UUID value) {
        assignmentId = value;
        return this;
    }

    public AssignmentIssuedBuilder ticketNo(String value) {
        ticketNo = value;
        return this;
    }

    public AssignmentIssuedBuilder department(String value) {
        department = value;
        return this;
    }

    public AssignmentIssuedBuilder cooperating() {
        role = LegRole.COOPERATING;
        return this;
    }

    public AssignmentIssuedBuilder round(int value) {
        round = value;
        return this;
    }

    public AssignmentIssuedBuilder classified(String typeCode, String conditionLetter, Urgency value) {
        type = typeCode;
        condition = conditionLetter;
        urgency = value;
        return this;
    }

    public AssignmentIssuedBuilder text(String value) {
        text = value;
        return this;
    }

    /** The grid it lies in, 15 digits; street and community follow. */
    public AssignmentIssuedBuilder grid(String code) {
        place = Place.ofGrid(code);
        return this;
    }

    /** WGS 84, degrees. */
    public AssignmentIssuedBuilder at(double longitude, double latitude) {
        position = new Position(longitude, latitude);
        return this;
    }

    public AssignmentIssuedBuilder address(@Nullable String value) {
        address = value;
        return this;
    }

    public AssignmentIssuedBuilder assetId(@Nullable String value) {
        assetId = value;
        return this;
    }

    public AssignmentIssuedBuilder photos(UUID... values) {
        photos = List.of(values);
        return this;
    }

    public AssignmentIssuedBuilder otherDepartments(String... values) {
        otherDepartments = List.of(values);
        return this;
    }

    /** The handling limit from the issue; 2 hours by default. */
    public AssignmentIssuedBuilder handling(Duration value) {
        handling = value;
        return this;
    }

    /** How long, and how often still, it may be sent back; 30 minutes and once by default. */
    public AssignmentIssuedBuilder returns(Duration window, int left) {
        returnWindow = window;
        returnsLeft = left;
        return this;
    }

    public AssignmentIssuedBuilder issuedAt(Instant value) {
        issuedAt = value;
        return this;
    }

    public AssignmentIssued build() {
        return new AssignmentIssued(
                ticketId,
                assignmentId,
                ticketNo,
                department,
                role,
                round,
                type,
                condition,
                urgency,
                text,
                place,
                position,
                address,
                assetId,
                photos,
                otherDepartments,
                Clocks.running(issuedAt, Duration.ofMinutes(15)),
                Clocks.running(issuedAt, handling),
                issuedAt.plus(returnWindow),
                returnsLeft,
                issuedAt);
    }
}
