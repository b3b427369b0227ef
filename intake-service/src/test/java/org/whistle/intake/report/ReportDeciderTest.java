package org.whistle.intake.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.whistle.chassis.problem.ProblemCode;
import org.whistle.contracts.MatterKind;
import org.whistle.contracts.Place;
import org.whistle.contracts.Position;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.intake.AlarmLevel;
import org.whistle.contracts.intake.ChainLevel;
import org.whistle.contracts.intake.IntakeEvent;
import org.whistle.contracts.intake.MatterOpened;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.contracts.intake.ReportJoined;
import org.whistle.contracts.intake.Reporter;
import org.whistle.contracts.intake.RoutineRegistered;
import org.whistle.intake.grid.GridRule;
import org.whistle.intake.report.Facts.Issue;
import org.whistle.intake.report.Facts.Target;

class ReportDeciderTest {

    private static final UUID ID = UUID.fromString("019cb0a5-7c1e-7b7a-9d0c-3f6f1a2b3c4d");
    private static final UUID TARGET = UUID.fromString("019cb0a5-0000-7b7a-9d0c-3f6f1a2b3c4d");
    private static final Instant AT = Instant.parse("2026-03-02T01:00:00Z");
    private static final Position POSITION = new Position(117.06, 36.66);
    private static final Place PLACE = Place.ofGrid("370102009001001");
    private static final Reporter REPORTER = new Reporter(UUID.randomUUID(), Reporter.Kind.GRID_WORKER);
    private static final Issue CLASSIFIED = new Issue.Classified("C0101", "a", Urgency.U0);

    private MatterKind matter = MatterKind.COORDINATION;
    private ChainLevel begins = ChainLevel.STREET;
    private boolean ticket = true;
    private @Nullable UUID joins;
    private @Nullable String outcome;
    private @Nullable List<String> ownAreas;
    private @Nullable Place place = PLACE;
    private Issue issue = CLASSIFIED;
    private @Nullable Target target;
    private Report state = new Report.Unfiled();

    @Test
    void report_beginsATicket() {
        assertThat(accepted())
                .isEqualTo(new ReportFiled(
                        ID,
                        TicketNo.of("370102009", AT, 1),
                        MatterKind.COORDINATION,
                        "C0101",
                        "a",
                        Urgency.U0,
                        "井盖缺失",
                        PLACE,
                        POSITION,
                        "甸新东路",
                        "A-1",
                        "SW-1",
                        List.of(),
                        REPORTER,
                        "worker",
                        false,
                        List.of(),
                        AT,
                        "digest",
                        null));
    }

    @Test
    void report_beginsATicket_withoutAType() {
        issue = new Issue.Unclassified();

        assertThat(accepted()).isInstanceOfSatisfying(ReportFiled.class, filed -> {
            assertThat(filed.type()).isNull();
            assertThat(filed.condition()).isNull();
            assertThat(filed.urgency()).isNull();
        });
    }

    @ParameterizedTest
    @EnumSource(value = ChainLevel.class)
    void anEmergency_alarmsEveryLevelAtOnce_whereverItIsSeen(ChainLevel level) {
        matter = MatterKind.EMERGENCY;
        begins = level;

        assertThat(accepted()).isInstanceOfSatisfying(ReportFiled.class, filed -> assertThat(filed.alarmed())
                .containsExactly(AlarmLevel.values()));
    }

    @ParameterizedTest
    @EnumSource(
            value = ChainLevel.class,
            names = {"UNIT_STEWARD", "BUILDING_HEAD", "GRID_WORKER", "BRANCH", "COMMUNITY"})
    void coordinationMatter_isOpenedAtItsFilersLevel_andIsNoTicket(ChainLevel level) {
        begins = level;

        assertThat(accepted())
                .isEqualTo(new MatterOpened(
                        ID,
                        TicketNo.of("370102009", AT, 1),
                        MatterKind.COORDINATION,
                        level,
                        "C0101",
                        "a",
                        "井盖缺失",
                        PLACE,
                        POSITION,
                        "甸新东路",
                        List.of(),
                        REPORTER,
                        "worker",
                        false,
                        AT,
                        "digest"));
    }

    @ParameterizedTest
    @EnumSource(value = ChainLevel.class)
    void prominentMatter_isOpenedAtTheCommunity_whoeverFilesIt(ChainLevel level) {
        matter = MatterKind.PROMINENT;
        begins = level;

        assertThat(accepted()).isInstanceOfSatisfying(MatterOpened.class, opened -> assertThat(opened.level())
                .isEqualTo(ChainLevel.COMMUNITY));
    }

    @Test
    void emergency_isNotJoined_toWhatIsNoTicket() {
        matter = MatterKind.EMERGENCY;
        joins = TARGET;
        ticket = false;
        target = target(true, "C0101", PLACE, POSITION);

        assertThat(refused()).isEqualTo(IntakeRule.EMERGENCY_CANNOT_JOIN);
    }

    @Test
    void gridWorkersReport_isTheirOwn_inTheirGrid() {
        ownAreas = List.of("370102009001002", "370102009001001");

        assertThat(accepted()).isInstanceOfSatisfying(ReportFiled.class, filed -> assertThat(filed.outsideOwnGrid())
                .isFalse());
    }

    @Test
    void gridWorkersReport_isMarked_inAnothersGrid() {
        ownAreas = List.of("370102009001002");

        assertThat(accepted()).isInstanceOfSatisfying(ReportFiled.class, filed -> assertThat(filed.outsideOwnGrid())
                .isTrue());
    }

    @Test
    void gridWorkersReport_isMarked_whenTheyHaveNoGrid() {
        ownAreas = List.of();

        assertThat(accepted()).isInstanceOfSatisfying(ReportFiled.class, filed -> assertThat(filed.outsideOwnGrid())
                .isTrue());
    }

    @Test
    void report_isRefused_outsideEveryGrid() {
        place = null;

        assertThat(refused()).isEqualTo(GridRule.OUTSIDE_EVERY_GRID);
    }

    @Test
    void report_isRefused_whenTheCatalogueDoesNotKnowIt() {
        issue = new Issue.UnknownType("X1");
        assertThat(refused()).isEqualTo(IntakeRule.UNKNOWN_TYPE);

        issue = new Issue.UnknownCondition("C0101", "z", List.of("a", "b"));
        assertThat(refused()).isEqualTo(IntakeRule.UNKNOWN_CONDITION);

        issue = new Issue.ConditionMissing("C0101", List.of("a", "b"));
        assertThat(refused()).isEqualTo(IntakeRule.CONDITION_REQUIRED);

        issue = new Issue.TypeMissing("a");
        assertThat(refused()).isEqualTo(IntakeRule.TYPE_REQUIRED);
    }

    @Test
    void routineMatter_isRegistered_withItsOutcome() {
        matter = MatterKind.ROUTINE;
        outcome = "现场垫实";

        assertThat(accepted()).isInstanceOfSatisfying(RoutineRegistered.class, routine -> {
            assertThat(routine.ticketId()).isEqualTo(ID);
            assertThat(routine.outcome()).isEqualTo("现场垫实");
            assertThat(routine.ticketNo()).startsWith("370102009-20260302-");
        });
    }

    @Test
    void routineMatter_isRefused_withoutAnOutcome() {
        matter = MatterKind.ROUTINE;

        assertThat(refused()).isEqualTo(IntakeRule.OUTCOME_REQUIRED);
    }

    @Test
    void routineMatter_isRefused_whenItIsToBeJoined() {
        matter = MatterKind.ROUTINE;
        outcome = "现场垫实";
        joins = TARGET;

        assertThat(refused()).isEqualTo(IntakeRule.ROUTINE_CANNOT_JOIN);
    }

    @Test
    void otherMatter_isRefused_withAnOutcome() {
        outcome = "现场垫实";

        assertThat(refused()).isEqualTo(IntakeRule.OUTCOME_NOT_ALLOWED);
    }

    @Test
    void report_isJoined_toAnOpenTicketNearby() {
        joins = TARGET;
        target = target(true, "C0101", PLACE, new Position(117.0609, 36.66));

        assertThat(accepted())
                .isEqualTo(new ReportJoined(TARGET, ID, "井盖缺失", POSITION, List.of(), REPORTER, "worker", AT, "digest"));
    }

    @Test
    void joining_isRefused_toAnUnknownTicket() {
        joins = TARGET;

        assertThat(refused()).isEqualTo(IntakeRule.JOINED_UNKNOWN);
    }

    @Test
    void joining_isRefused_toAClosedTicket() {
        joins = TARGET;
        target = target(false, "C0101", PLACE, POSITION);

        assertThat(refused()).isEqualTo(IntakeRule.JOINED_NOT_OPEN);
    }

    @Test
    void joining_isRefused_toATicketOfAnotherType() {
        joins = TARGET;
        target = target(true, "C0102", PLACE, POSITION);

        assertThat(refused()).isEqualTo(IntakeRule.JOINED_OTHER_TYPE);
    }

    @Test
    void joining_isRefused_whileNeitherHasAType() {
        joins = TARGET;
        issue = new Issue.Unclassified();
        target = target(true, null, PLACE, POSITION);

        assertThat(refused()).isEqualTo(IntakeRule.JOINED_OTHER_TYPE);
    }

    @Test
    void joining_isRefused_toATicketOfAnotherStreet() {
        joins = TARGET;
        target = target(true, "C0101", Place.ofGrid("370102008001001"), POSITION);

        assertThat(refused()).isEqualTo(IntakeRule.JOINED_OTHER_STREET);
    }

    @Test
    void joining_isRefused_beyondAKilometre() {
        joins = TARGET;
        target = target(true, "C0101", PLACE, new Position(117.06, 36.6691));
        assertThat(refused()).isEqualTo(IntakeRule.JOINED_TOO_FAR);

        target = target(true, "C0101", PLACE, new Position(117.06, 36.6689));
        assertThat(accepted()).isInstanceOf(ReportJoined.class);
    }

    @Test
    void anotherReport_isRefused_underAClientIdThatWasUsed() {
        for (Report known : List.of(
                new Report.Ticket(ID, "C0101", AT), new Report.Routine(ID, AT), new Report.Joined(ID, TARGET, AT))) {
            state = known;

            assertThat(refused()).isEqualTo(IntakeRule.CLIENT_ID_TAKEN);
        }
    }

    @Test
    void state_followsTheEvent() {
        assertThat(Report.evolve(state, accepted())).isEqualTo(new Report.Ticket(ID, "C0101", AT));

        joins = TARGET;
        target = target(true, "C0101", PLACE, POSITION);
        assertThat(Report.evolve(state, accepted())).isEqualTo(new Report.Joined(ID, TARGET, AT));

        joins = null;
        matter = MatterKind.ROUTINE;
        outcome = "好了";
        IntakeEvent routine = accepted();
        Report registered = Report.evolve(state, routine);
        assertThat(registered).isEqualTo(new Report.Routine(ID, AT));
        assertThatThrownBy(() -> Report.evolve(registered, routine)).isInstanceOf(IllegalStateException.class);
    }

    private Target target(boolean open, @Nullable String type, Place at, Position position) {
        return new Target(TARGET, "370102009-20260301-ABCDEF", ticket, open, type, at, position, AT.minusSeconds(60));
    }

    private IntakeEvent accepted() {
        assertThat(decide()).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted) decide()).event();
    }

    private ProblemCode refused() {
        assertThat(decide()).isInstanceOf(Decision.Rejected.class);
        return ((Decision.Rejected) decide()).rule();
    }

    private Decision decide() {
        FileReport command = new FileReport(
                ID,
                1,
                "worker",
                "client-1",
                Fingerprint.of(new byte[32]),
                matter,
                "井盖缺失",
                POSITION,
                "甸新东路",
                "A-1",
                "SW-1",
                List.of(),
                REPORTER,
                joins,
                outcome,
                begins,
                ownAreas,
                AT,
                "digest");
        return ReportDecider.decide(state, command, new Facts(place, issue, target));
    }
}
