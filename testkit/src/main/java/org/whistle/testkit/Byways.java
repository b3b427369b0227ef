package org.whistle.testkit;

import java.util.List;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.MatterKind;
import org.whistle.contracts.Place;
import org.whistle.contracts.assignment.AssignmentExtended;
import org.whistle.contracts.assignment.AssignmentRequestRefused;
import org.whistle.contracts.assignment.AssignmentResumed;
import org.whistle.contracts.assignment.AssignmentSuspended;
import org.whistle.contracts.department.CheckedIn;
import org.whistle.contracts.department.ExtensionRequested;
import org.whistle.contracts.department.OwnershipAnswered;
import org.whistle.contracts.department.SuspensionRequested;
import org.whistle.contracts.dispatch.AssetOwnerRegistered;
import org.whistle.contracts.dispatch.ConsultationConcluded;
import org.whistle.contracts.dispatch.ConsultationOpened;
import org.whistle.contracts.dispatch.ExtensionGranted;
import org.whistle.contracts.dispatch.ExtensionRefused;
import org.whistle.contracts.dispatch.HandlingResumed;
import org.whistle.contracts.dispatch.LegRated;
import org.whistle.contracts.dispatch.SuspensionGranted;
import org.whistle.contracts.dispatch.SuspensionRefused;
import org.whistle.contracts.feedback.AppealDecided;
import org.whistle.contracts.feedback.AppealFiled;
import org.whistle.contracts.feedback.BulletinIssued;
import org.whistle.contracts.feedback.CheckInMissed;
import org.whistle.contracts.feedback.CommunityRated;
import org.whistle.contracts.feedback.ReporterAnswered.Satisfaction;
import org.whistle.contracts.feedback.Stage;
import org.whistle.contracts.feedback.TicketChased;
import org.whistle.contracts.intake.AlarmAcknowledged;
import org.whistle.contracts.intake.AlarmLevel;
import org.whistle.contracts.intake.ChainLevel;
import org.whistle.contracts.intake.DeliberationHeld;
import org.whistle.contracts.intake.MarkedSafe;
import org.whistle.contracts.intake.MatterAnswered;
import org.whistle.contracts.intake.MatterOpened;
import org.whistle.contracts.intake.MatterPassedUp;
import org.whistle.contracts.intake.TicketMerged;
import org.whistle.contracts.intake.TicketUnmerged;
import org.whistle.contracts.reply.AnswerOwnership;
import org.whistle.contracts.reply.CheckIn;
import org.whistle.contracts.reply.RequestExtension;
import org.whistle.contracts.reply.RequestSuspension;

/**
 * What may happen to a story's ticket beside its main road: the chain below the street, merges, extensions, suspensions,
 * consultations, whistles, chasing and appeals. Each message is complete and true to its contract; its times follow the
 * story's.
 */
public record Byways(Story story) {

    private static final Actor COMMUNITY = new Actor("community-1", null);
    private static final Actor DISPATCHER = new Actor("dispatcher-1", null);
    private static final Actor SUPERVISOR = new Actor("supervisor-1", null);

    private Actor handler() {
        return new Actor(story.department() + "-1", story.department());
    }

    /** A coordination or prominent matter was taken up below the street; it becomes a ticket only when it is passed up to the street or a deliberation decides so. */
    public MatterOpened matterOpened() {
        return new MatterOpened(
                story.ticketId(),
                story.report().build().ticketNo(),
                MatterKind.COORDINATION,
                ChainLevel.BRANCH,
                "C0101",
                "a",
                "楼上漏水，两户说法不一",
                Place.ofGrid(Story.GRID),
                Story.POSITION,
                "甸新东路 12 号楼",
                List.of(),
                story.reportFiled().reporter(),
                "grid-1",
                false,
                story.minute(6),
                null);
    }

    /** A level of the chain settled the matter; it ends without a ticket. */
    public MatterAnswered matterAnswered() {
        return new MatterAnswered(story.ticketId(), ChainLevel.BRANCH, "双方同意共同维修", COMMUNITY, story.minute(6));
    }

    /** A level could not solve the matter and passes it up with its history; at the street it becomes a ticket. */
    public MatterPassedUp matterPassedUp() {
        return new MatterPassedUp(
                story.ticketId(), ChainLevel.BRANCH, ChainLevel.COMMUNITY, "调解两次未果", COMMUNITY, story.minute(6));
    }

    /** A prominent matter was put to a residents' deliberation (议事园) and its resolution recorded. */
    public DeliberationHeld deliberationHeld() {
        return new DeliberationHeld(
                story.ticketId(), 23, List.of("甲", "乙"), "保留绿地，另辟停车位", true, COMMUNITY, story.minute(6));
    }

    /** A level alarmed by an emergency says that it knows and acts. */
    public AlarmAcknowledged alarmAcknowledged() {
        return new AlarmAcknowledged(story.ticketId(), AlarmLevel.STREET, COMMUNITY, story.minute(6));
    }

    /** The danger of an emergency is over; from here on it is handled like any ticket. */
    public MarkedSafe markedSafe() {
        return new MarkedSafe(story.ticketId(), "已围护并断电", COMMUNITY, story.minute(6));
    }

    /** The community found that this open ticket and another are the same matter; it goes on in the other, and its reporter is answered with that. */
    public TicketMerged ticketMerged(UUID other) {
        return new TicketMerged(story.ticketId(), other, "同一井盖，相距 3 米", COMMUNITY, story.minute(6));
    }

    /** The merge was an error and is undone: the ticket stands for itself again and is dispatched anew. */
    public TicketUnmerged ticketUnmerged(UUID other) {
        return new TicketUnmerged(story.ticketId(), other, "实为两处井盖", COMMUNITY, story.minute(6));
    }

    /** The street grants an extension (延期): one original limit more. */
    public ExtensionGranted extensionGranted() {
        return new ExtensionGranted(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                story.returnId(),
                1,
                "需要等待备件",
                story.handle(),
                DISPATCHER,
                story.minute(30));
    }

    /** The extension is refused; the clock runs on, and the refusal does not count among the extensions. */
    public ExtensionRefused extensionRefused() {
        return new ExtensionRefused(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                story.returnId(),
                "需要等待备件",
                DISPATCHER,
                story.minute(30));
    }

    /** The street suspends a leg (挂账) until a named end: its handling clock stands still, and it resumes by itself. */
    public SuspensionGranted suspensionGranted() {
        return new SuspensionGranted(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                story.returnId(),
                "需要等待备件",
                story.minute(10_000),
                DISPATCHER,
                story.minute(30));
    }

    /** The suspension is refused; the clock runs on. */
    public SuspensionRefused suspensionRefused() {
        return new SuspensionRefused(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                story.returnId(),
                "需要等待备件",
                DISPATCHER,
                story.minute(30));
    }

    /** A suspension is over, by itself or early: the handling clock goes on where it stopped. */
    public HandlingResumed handlingResumed() {
        return new HandlingResumed(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                story.returnId(),
                story.handle(),
                Actor.SYSTEM,
                story.minute(30),
                null);
    }

    /** The street calls the bodies in dispute together (会商); all sides are heard before it decides for good. */
    public ConsultationOpened consultationOpened() {
        return new ConsultationOpened(
                story.ticketId(),
                story.returnId(),
                List.of(Story.LEAD, Story.PARTNER),
                "管线归属不清",
                "街道办 302 会议室",
                story.minute(90),
                DISPATCHER,
                story.minute(30));
    }

    /** The consultation decided who is responsible; the decision binds, and a dispatch follows. */
    public ConsultationConcluded consultationConcluded() {
        return new ConsultationConcluded(
                story.ticketId(),
                story.returnId(),
                "供水集团负责，排水配合",
                "《城市供水条例》第二十条",
                Story.LEAD,
                List.of(Story.PARTNER),
                DISPATCHER,
                story.minute(30));
    }

    /** The street rates one body's part in a whistle or ticket. */
    public LegRated legRated() {
        return new LegRated(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                Satisfaction.SATISFIED,
                "到场及时",
                DISPATCHER,
                story.minute(30));
    }

    /** The district fixed the owner of an asset for good, by an identification whistle or as the backstop (兜底). */
    public AssetOwnerRegistered assetOwnerRegistered() {
        return new AssetOwnerRegistered(
                story.ticketId(),
                "MH-1",
                story.department(),
                Story.POSITION,
                "八家单位均不认领，由城管兜底",
                DISPATCHER,
                story.minute(30));
    }

    /** The department asks for an extension (延期), endorsed by its manager; the street decides. */
    public ExtensionRequested extensionRequested() {
        return new ExtensionRequested(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                story.returnId(),
                "需要等待备件",
                List.of(),
                handler(),
                handler(),
                story.minute(25));
    }

    /** The department asks for a suspension (挂账) until a named end, endorsed by its manager; the street decides. */
    public SuspensionRequested suspensionRequested() {
        return new SuspensionRequested(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                story.returnId(),
                "需要等待备件",
                story.minute(10_000),
                List.of(),
                handler(),
                handler(),
                story.minute(25));
    }

    /** A body called by a whistle is on site. */
    public CheckedIn checkedIn() {
        return new CheckedIn(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                Story.POSITION,
                35,
                handler(),
                story.minute(25));
    }

    /** A body asked by an identification whistle says whether the asset is its own; its part is then done. */
    public OwnershipAnswered ownershipAnswered() {
        return new OwnershipAnswered(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                false,
                "管网图无此井",
                handler(),
                story.minute(25));
    }

    /** The extension was granted. */
    public AssignmentExtended assignmentExtended() {
        return new AssignmentExtended(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                story.returnId(),
                "需要等待备件",
                story.handle(),
                story.minute(30));
    }

    /** The suspension was granted: nobody handles until its end. */
    public AssignmentSuspended assignmentSuspended() {
        return new AssignmentSuspended(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                story.returnId(),
                "需要等待备件",
                story.minute(10_000),
                story.minute(30));
    }

    /** The suspension is over: the department goes on. */
    public AssignmentResumed assignmentResumed() {
        return new AssignmentResumed(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                story.returnId(),
                story.handle(),
                story.minute(30));
    }

    /** An extension or suspension was refused: the department goes on. */
    public AssignmentRequestRefused assignmentRequestRefused() {
        return new AssignmentRequestRefused(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                story.returnId(),
                "需要等待备件",
                story.minute(30));
    }

    /** The department asks for an extension (延期). */
    public RequestExtension requestExtension() {
        return new RequestExtension(story.ticketId(), story.assignmentId(), "值班员", "需要等待备件");
    }

    /** The department asks for a suspension (挂账) until a named end. */
    public RequestSuspension requestSuspension() {
        return new RequestSuspension(story.ticketId(), story.assignmentId(), "值班员", "需要等待备件", story.minute(10_000));
    }

    /** A body called by a whistle is on site. */
    public CheckIn checkIn() {
        return new CheckIn(story.ticketId(), story.assignmentId(), "值班员", Story.POSITION);
    }

    /** A body asked by an identification whistle says whether the asset is its own. */
    public AnswerOwnership answerOwnership() {
        return new AnswerOwnership(story.ticketId(), story.assignmentId(), "值班员", false, "管网图无此井");
    }

    /** An overdue clock is chased (催办), by itself the working day after its breach or by a person at any time. */
    public TicketChased ticketChased() {
        return new TicketChased(
                story.ticketId(),
                Stage.HANDLE,
                1,
                story.assignmentId(),
                story.department(),
                story.minute(120),
                "请今天到场",
                Actor.SYSTEM,
                story.minute(200));
    }

    /** An overdue clock is made public in a written bulletin (通报), five working days after it was chased. Exactly once for each clock. */
    public BulletinIssued bulletinIssued() {
        return new BulletinIssued(
                story.ticketId(),
                Stage.HANDLE,
                1,
                story.assignmentId(),
                story.department(),
                story.minute(120),
                story.minute(120));
    }

    /** The community where a ticket lies rates one body's completed part (社区评价部门). */
    public CommunityRated communityRated() {
        return new CommunityRated(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                "370102009001",
                Satisfaction.FAIR,
                "修好了，但来得晚",
                COMMUNITY,
                story.minute(40));
    }

    /** A body called by a whistle was not on site in time. Exactly once for each leg. */
    public CheckInMissed checkInMissed() {
        return new CheckInMissed(
                story.ticketId(), story.assignmentId(), story.department(), story.minute(120), story.minute(200));
    }

    /** A department appeals (申诉) against counting a closed ticket as overdue. */
    public AppealFiled appealFiled() {
        return new AppealFiled(
                story.ticketId(),
                story.returnId(),
                story.assignmentId(),
                story.department(),
                1,
                "当日停水抢修",
                SUPERVISOR,
                story.minute(200));
    }

    /** An appeal was decided. The overdue fact stays; only the statistics are excused. */
    public AppealDecided appealDecided() {
        return new AppealDecided(
                story.ticketId(),
                story.returnId(),
                story.assignmentId(),
                story.department(),
                1,
                true,
                "情况属实",
                SUPERVISOR,
                story.minute(200));
    }
}
