package org.whistle.feedback;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Clock;
import org.whistle.contracts.MatterKind;
import org.whistle.contracts.Place;
import org.whistle.contracts.Position;
import org.whistle.contracts.TrackingCode;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.department.AssignmentAccepted;
import org.whistle.contracts.department.AssignmentCompleted;
import org.whistle.contracts.department.CheckedIn;
import org.whistle.contracts.department.OwnershipAnswered;
import org.whistle.contracts.dispatch.ExtensionGranted;
import org.whistle.contracts.dispatch.ExtensionRefused;
import org.whistle.contracts.dispatch.HandlingPaused;
import org.whistle.contracts.dispatch.HandlingResumed;
import org.whistle.contracts.dispatch.Leg;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.dispatch.LegTask;
import org.whistle.contracts.dispatch.Limit;
import org.whistle.contracts.dispatch.ReturnApproved;
import org.whistle.contracts.dispatch.ReturnRefused;
import org.whistle.contracts.dispatch.ReworkAssigned;
import org.whistle.contracts.dispatch.SuspensionGranted;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.dispatch.TicketNotAccepted;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.dispatch.Whistle;
import org.whistle.contracts.dispatch.Why;
import org.whistle.contracts.intake.ChainLevel;
import org.whistle.contracts.intake.MatterOpened;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.contracts.intake.Reporter;
import org.whistle.contracts.intake.RoutineRegistered;
import org.whistle.contracts.intake.TicketMerged;
import org.whistle.contracts.intake.TicketUnmerged;
import org.whistle.testkit.Journal;

/** Events about one ticket, told in minutes after it was filed. */
public final class Given {

    public static final Position SITE = new Position(117.0568, 36.6752);
    /** About 100 m north of the site. */
    public static final Position NEAR = new Position(117.0568, 36.6761);
    /** About 1 km north of the site. */
    public static final Position FAR = new Position(117.0568, 36.6842);

    public static final String GRID = "370102009001001";
    public static final Actor STREET = new Actor("street-1", null);

    public final UUID ticketId = Journal.newId();
    /** By which the reporter follows it. */
    public final TrackingCode code = TrackingCode.of(
            ByteBuffer.allocate(32).putLong(ticketId.getLeastSignificantBits()).array());

    public final UUID lead = Journal.newId();
    public final UUID second = Journal.newId();
    public final UUID returnId = Journal.newId();
    public final Instant filedAt;
    public final String grid;
    public final String filedBy;

    private Given(Instant filedAt, String grid, String filedBy) {
        this.filedAt = filedAt;
        this.grid = grid;
        this.filedBy = filedBy;
    }

    public static Given ticket(Instant filedAt) {
        return new Given(filedAt, GRID, "resident-1");
    }

    public static Given ticket(Instant filedAt, String grid, String filedBy) {
        return new Given(filedAt, grid, filedBy);
    }

    public Instant at(long minutes) {
        return filedAt.plus(Duration.ofMinutes(minutes));
    }

    public ReportFiled filed() {
        return filed("C0101");
    }

    public ReportFiled filed(@Nullable String type) {
        return new ReportFiled(
                ticketId,
                "370102009-20260302-" + ticketId.toString().substring(30).toUpperCase(java.util.Locale.ROOT),
                MatterKind.COORDINATION,
                type,
                type == null ? null : "a",
                type == null ? null : Urgency.U1,
                "井盖破损",
                Place.ofGrid(grid),
                SITE,
                null,
                null,
                null,
                List.of(),
                new Reporter(UUID.randomUUID(), Reporter.Kind.RESIDENT),
                filedBy,
                false,
                List.of(),
                filedAt,
                code.digest(),
                null);
    }

    public RoutineRegistered routine() {
        return new RoutineRegistered(
                ticketId,
                "370102009-20260302-ROUTIN",
                "C0101",
                "a",
                "小广告",
                "已当场清理",
                Place.ofGrid(grid),
                SITE,
                List.of(),
                new Reporter(UUID.randomUUID(), Reporter.Kind.GRID_WORKER),
                filedBy,
                false,
                filedAt);
    }

    public TicketQueued queued(TicketQueued.Reason reason, int round, long minute) {
        return new TicketQueued(ticketId, grid.substring(0, 9), reason, List.of(), round, "v1", at(minute));
    }

    /** Round 1 to one department, with two hours from then. */
    public TicketDispatched dispatched(String department, long minute) {
        return dispatched(1, minute, leg(lead, department, LegRole.LEAD, minute, 120));
    }

    public TicketDispatched joint(String leading, String cooperating, long minute) {
        return dispatched(
                1,
                minute,
                leg(lead, leading, LegRole.LEAD, minute, 120),
                leg(second, cooperating, LegRole.COOPERATING, minute, 240));
    }

    public TicketDispatched dispatched(int round, long minute, Leg... legs) {
        return new TicketDispatched(
                ticketId,
                round,
                "C0101",
                "a",
                Urgency.U1,
                new Limit(2, Limit.Unit.URGENT_HOURS),
                List.of(legs),
                new Why(Why.Basis.RULE, "r1", "v1", List.of(), Actor.SYSTEM, null),
                at(minute));
    }

    public Leg leg(UUID assignmentId, String department, LegRole role, long minute, long limitMinutes) {
        return new Leg(assignmentId, department, role, clock(minute, 15), clock(minute, limitMinutes));
    }

    /** A continuous limit with thresholds at 80, 100 and 150 %. */
    public Clock clock(long startMinute, long limitMinutes) {
        Instant start = at(startMinute);
        long seconds = limitMinutes * 60;
        return new Clock(
                start,
                start.plusSeconds(seconds * 80 / 100),
                start.plusSeconds(seconds),
                start.plusSeconds(seconds * 150 / 100));
    }

    public AssignmentAccepted accepted(UUID leg, String department, long minute) {
        return new AssignmentAccepted(ticketId, leg, department, new Actor("h-" + department, department), at(minute));
    }

    public AssignmentCompleted completed(UUID leg, String department, long minute) {
        return new AssignmentCompleted(
                ticketId, leg, department, "已更换井盖", List.of(), new Actor("h-" + department, department), at(minute));
    }

    public HandlingPaused paused(UUID leg, long minute) {
        return new HandlingPaused(ticketId, leg, returnId, at(minute));
    }

    public ReturnApproved returnApproved(UUID leg, String department, long minute) {
        return new ReturnApproved(ticketId, leg, returnId, department, "不属其职责", STREET, at(minute));
    }

    public ReturnRefused returnRefused(UUID leg, String department, Clock handle, long minute) {
        return new ReturnRefused(ticketId, leg, returnId, department, "属其职责", handle, STREET, at(minute));
    }

    public ReworkAssigned reworkAssigned(UUID leg, String department, Clock handle, long minute) {
        return new ReworkAssigned(ticketId, leg, department, "未修复", handle, at(minute));
    }

    public TicketNotAccepted notAccepted(long minute) {
        return new TicketNotAccepted(ticketId, "法院", "请向法院起诉", STREET, at(minute));
    }

    /** The same limit, chased and made public at these minutes. */
    public Clock chased(Clock limit, long chaseMinute, long bulletinMinute) {
        return new Clock(
                limit.startedAt(),
                limit.warnAt(),
                limit.dueAt(),
                limit.superviseAt(),
                at(chaseMinute),
                at(bulletinMinute));
    }

    /** Round 1 to one department, with the handling limit given. */
    public TicketDispatched dispatched(String department, long minute, Clock handle) {
        return dispatched(1, minute, new Leg(lead, department, LegRole.LEAD, clock(minute, 15), handle));
    }

    /** Both bodies are called to the site by a whistle. */
    public TicketDispatched whistled(String leading, String cooperating, long minute, @Nullable Instant checkInBy) {
        TicketDispatched joint = joint(leading, cooperating, minute);
        return whistled(
                joint, new Whistle(Journal.newId(), Whistle.Kind.EMERGENCY, "现场处置", "路口", SITE, at(minute), checkInBy));
    }

    /** Asked whose it is: one makes it safe, the other says whether it is its own. */
    public TicketDispatched asked(String safe, String candidate, long minute) {
        return dispatched(
                1,
                minute,
                new Leg(lead, safe, LegRole.LEAD, clock(minute, 15), clock(minute, 120), LegTask.MAKE_SAFE),
                new Leg(
                        second,
                        candidate,
                        LegRole.COOPERATING,
                        clock(minute, 15),
                        clock(minute, 1440),
                        LegTask.IDENTIFY));
    }

    private static TicketDispatched whistled(TicketDispatched d, Whistle whistle) {
        return new TicketDispatched(
                d.ticketId(),
                d.round(),
                d.type(),
                d.condition(),
                d.urgency(),
                d.limit(),
                d.legs(),
                d.why(),
                d.dispatchedAt(),
                whistle);
    }

    public CheckedIn checkedIn(UUID leg, String department, long minute) {
        return new CheckedIn(ticketId, leg, department, SITE, 12, new Actor("h-" + department, department), at(minute));
    }

    public OwnershipAnswered owns(UUID leg, String department, boolean mine, long minute) {
        return new OwnershipAnswered(
                ticketId, leg, department, mine, "查阅管线图", new Actor("h-" + department, department), at(minute));
    }

    public ExtensionGranted extended(UUID leg, String department, int times, Clock handle, long minute) {
        return new ExtensionGranted(
                ticketId, leg, department, Journal.newId(), times, "需要采购配件", handle, STREET, at(minute));
    }

    public ExtensionRefused extensionRefused(UUID leg, String department, long minute) {
        return new ExtensionRefused(ticketId, leg, department, Journal.newId(), "理由不足", STREET, at(minute));
    }

    public SuspensionGranted suspended(UUID leg, String department, long until, long minute) {
        return new SuspensionGranted(ticketId, leg, department, returnId, "等待立项", at(until), STREET, at(minute));
    }

    public HandlingResumed resumed(UUID leg, String department, Clock handle, long minute) {
        return new HandlingResumed(ticketId, leg, department, returnId, handle, Actor.SYSTEM, at(minute));
    }

    public TicketMerged merged(UUID into, long minute) {
        return new TicketMerged(ticketId, into, "同一井盖", STREET, at(minute));
    }

    public TicketUnmerged unmerged(UUID from, long minute) {
        return new TicketUnmerged(ticketId, from, "不是同一处", STREET, at(minute));
    }

    /** Taken up below the street. */
    public MatterOpened opened() {
        return new MatterOpened(
                ticketId,
                "370102009-20260302-" + ticketId.toString().substring(30).toUpperCase(java.util.Locale.ROOT),
                MatterKind.COORDINATION,
                ChainLevel.GRID_WORKER,
                null,
                null,
                "楼道堆物",
                Place.ofGrid(grid),
                SITE,
                null,
                List.of(),
                new Reporter(UUID.randomUUID(), Reporter.Kind.RESIDENT),
                filedBy,
                false,
                filedAt,
                code.digest());
    }
}
