package org.whistle.dispatch.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.assignment.AssignmentRecalled;
import org.whistle.contracts.dispatch.AssetOwnerRegistered;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.dispatch.LegTask;
import org.whistle.contracts.dispatch.ReturnRefused;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.dispatch.Whistle;
import org.whistle.contracts.dispatch.Why;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.dispatch.Districts;
import org.whistle.testkit.Story;

/** The manhole cover that eighteen departments "manage", with a mark nobody can read. */
class IdentificationTest {

    private static final List<String> ASKED = List.of(
            "water-supply", "drainage", "power", "telecom", "gas", "heating", "traffic-police", "urban-management");

    private final Scene scene = new Scene();
    private final Story story = scene.story;

    @Test
    void sampleDistrict_namesWhoIsAsked_whoMakesSafe_andTheBackstop() {
        assertThat(OwnerCandidates.of(Districts.SAMPLE))
                .isEqualTo(new OwnerCandidates(ASKED, List.of("street", "law-enforcement"), "urban-management"));
    }

    @Test
    void districtWithoutSuchARow_asksEveryOwner_andTheStreetSaysWhoMakesSafe() {
        OwnerCandidates named = OwnerCandidates.of(Districts.with("catalogue.csv", rows -> rows.lines()
                .map(row -> row.contains(",component,") ? row.replace(",yes,", ",no,") : row)
                .collect(Collectors.joining("\n", "", "\n"))));
        assertThat(named.candidates()).containsAll(ASKED).contains("parks").doesNotContain("property", "asset-owner");
        assertThat(named.makeSafe()).isEmpty();
        assertThat(named.backstop()).isEqualTo("urban-management");
    }

    @Test
    void identification_makesSafeFirst_andAsksEveryCandidate() {
        asked();
        TicketDispatched event = scene.last(TicketDispatched.class);
        assertThat(event.whistle()).satisfies(whistle -> {
            assertThat(whistle.kind()).isEqualTo(Whistle.Kind.IDENTIFICATION);
            assertThat(whistle.checkInBy()).isNull();
        });
        assertThat(event.legs())
                .extracting(leg -> leg.department(), leg -> leg.role(), leg -> leg.task())
                .startsWith(
                        tuple("street", LegRole.LEAD, LegTask.MAKE_SAFE),
                        tuple("law-enforcement", LegRole.COOPERATING, LegTask.MAKE_SAFE),
                        tuple("water-supply", LegRole.COOPERATING, LegTask.IDENTIFY));
        assertThat(event.legs().stream().skip(2).map(leg -> leg.department())).containsExactlyElementsOf(ASKED);
        assertThat(event.legs().get(0).handle().dueAt()).isEqualTo(story.minute(10 + 120));
        assertThat(event.legs().get(5).handle().dueAt()).isEqualTo(story.minute(10 + 24 * 60));
        assertThat(scene.all(AssignmentIssued.class))
                .extracting(AssignmentIssued::task)
                .startsWith(LegTask.MAKE_SAFE, LegTask.MAKE_SAFE, LegTask.IDENTIFY);
    }

    @Test
    void bodiesOfTheRequest_standInsteadOfTheDistricts() {
        scene.begin(unknownCover());
        scene.accept(identify(List.of("power", "telecom"), List.of("community"), 10));
        assertThat(scene.last(TicketDispatched.class).legs())
                .extracting(leg -> leg.department())
                .containsExactly("community", "power", "telecom");
        Scene other = new Scene().begin(unknownCover());
        other.refuse(identify(List.of("power"), List.of("power"), 10), Refusal.DEPARTMENT_TWICE);
        other.refuse(identify(List.of("nobody"), List.of(), 10), Refusal.UNKNOWN_DEPARTMENT);
    }

    @Test
    void candidateThatMakesSafe_isNotAskedByDefault() {
        scene.begin(unknownCover());
        scene.accept(identify(List.of(), List.of("urban-management"), 10));
        assertThat(scene.last(TicketDispatched.class).legs()).hasSize(8);
    }

    @Test
    void identification_isRefused_forWhatHasNoOwner_andWhileOneIsRunning() {
        Scene event = new Scene();
        event.begin(event.story.report().classified("E0101", "a", Urgency.U2).build());
        event.refuse(identify(List.of(), List.of(), 10), Refusal.NO_COMPONENT);
        asked();
        scene.refuse(identify(List.of(), List.of(), 20), Refusal.IDENTIFICATION_RUNNING);
        Scene unclassified = new Scene().queued();
        unclassified.refuse(identify(List.of(), List.of(), 10), Refusal.CLASSIFICATION_REQUIRED);
    }

    @Test
    void firstMine_getsItAtOnce_andWhoIsMakingSafeGoesOn() {
        asked();
        scene.tell(scene.completed("street", 60), 60);
        scene.tell(scene.answered("power", false, 70), 70);
        assertThat(scene.ticket().lastOrder().orElseThrow().round()).isEqualTo(1);
        scene.tell(scene.answered("telecom", true, 80), 81);
        TicketDispatched event = scene.last(TicketDispatched.class);
        assertThat(event.round()).isEqualTo(2);
        assertThat(event.whistle()).isNull();
        assertThat(event.legs())
                .extracting(leg -> leg.department(), leg -> leg.role(), leg -> leg.task(), leg -> leg.handle()
                        .dueAt())
                .containsExactly(
                        tuple("telecom", LegRole.LEAD, null, story.minute(81 + 120)),
                        tuple("law-enforcement", LegRole.COOPERATING, LegTask.MAKE_SAFE, story.minute(130)));
        assertThat(event.why().basis()).isEqualTo(Why.Basis.ASSET_OWNER);
        assertThat(event.why().decidedBy()).isEqualTo(Actor.SYSTEM);
        assertThat(event.why().facts()).contains("assetOwner=telecom", "ownerBy=claim");
        assertThat(event.why().reason())
                .contains("通信公司")
                .contains("Telecom company")
                .contains("our plans");
        AssetOwnerRegistered owner = scene.last(AssetOwnerRegistered.class);
        assertThat(owner.department()).isEqualTo("telecom");
        assertThat(owner.assetId()).isEqualTo("C0123-" + scene.ticket().report().ticketNo());
        assertThat(owner.position()).isEqualTo(Story.POSITION);
        assertThat(scene.all(AssignmentRecalled.class))
                .extracting(AssignmentRecalled::department)
                .containsExactlyInAnyOrder(
                        "law-enforcement",
                        "water-supply",
                        "drainage",
                        "gas",
                        "heating",
                        "traffic-police",
                        "urban-management");
    }

    @Test
    void reportersAssetId_isTheOneThatGetsTheOwner() {
        scene.begin(story.report()
                .classified("C0123", "a", Urgency.U0)
                .asset("cover-77", null)
                .build());
        scene.accept(identify(List.of(), List.of(), 10));
        scene.tell(scene.answered("gas", true, 20), 20);
        assertThat(scene.last(AssetOwnerRegistered.class).assetId()).isEqualTo("cover-77");
    }

    @Test
    void secondMine_andAnswersThatComeLate_changeNothing() {
        asked();
        UUID gas = scene.id("gas");
        scene.tell(scene.answered("telecom", true, 20), 20);
        Ticket before = scene.ticket();
        int count = scene.count();
        scene.tell(scene.answered(gas, "gas", true, 21), 21);
        scene.tell(scene.answered(gas, "gas", false, 22), 22);
        assertThat(scene.ticket()).isEqualTo(before);
        assertThat(scene.count()).isEqualTo(count);
    }

    @Test
    void sameAnswerTwice_countsOnce() {
        asked();
        scene.tell(scene.answered("gas", false, 21), 21);
        scene.tell(scene.answered("gas", true, 22), 22);
        assertThat(scene.leg("gas").noted().result())
                .satisfies(result -> assertThat(result.mine()).isFalse());
        assertThat(scene.all(AssetOwnerRegistered.class)).isEmpty();
    }

    @Test
    void nobodysAsset_isRepairedByTheBackstop_onceEverybodyHasAnswered() {
        asked();
        for (String body : ASKED) {
            assertThat(scene.all(TicketDispatched.class)).hasSize(1);
            scene.tell(scene.answered(body, false, 30), 30);
        }
        TicketDispatched event = scene.last(TicketDispatched.class);
        assertThat(event.lead().department()).isEqualTo("urban-management");
        assertThat(event.lead().task()).isNull();
        assertThat(event.lead().handle().dueAt()).isEqualTo(story.minute(150));
        assertThat(event.legs().stream().skip(1).map(leg -> leg.department()))
                .containsExactly("street", "law-enforcement");
        assertThat(event.why().facts()).contains("ownerBy=backstop");
        assertThat(event.why().reason()).contains("兜底").contains("无人认领").contains("backstop");
        assertThat(scene.all(AssetOwnerRegistered.class)).isEmpty();
    }

    @Test
    void bodyThatReportsWithoutClaiming_hasNotClaimedIt() {
        asked();
        for (String body : ASKED.subList(1, ASKED.size())) {
            scene.tell(scene.answered(body, false, 20), 20);
        }
        scene.tell(scene.completed("water-supply", 25), 25);
        assertThat(scene.last(TicketDispatched.class).lead().department()).isEqualTo("urban-management");
    }

    @Test
    void returnOfTheLastBodyAsked_alsoBringsTheBackstop() {
        asked();
        for (String body : ASKED.subList(1, ASKED.size())) {
            scene.tell(scene.answered(body, false, 20), 20);
        }
        scene.tell(scene.returned("water-supply", 25), 25);
        assertThat(scene.all(TicketDispatched.class)).hasSize(1);
        scene.accept(scene.approve(null, 30));
        assertThat(scene.last(TicketDispatched.class).lead().department()).isEqualTo("urban-management");
    }

    @Test
    void refusedReturn_ofABodyAsked_goesOnWithItsOwnLimit() {
        asked();
        scene.tell(scene.returned("gas", 20), 20);
        UUID pending = scene.ticket().returns().getFirst().returnId();
        scene.accept(new TicketCommand.RefuseReturn(pending, "answer first", Scene.BY, story.minute(50)));
        assertThat(scene.last(ReturnRefused.class).handle().dueAt()).isEqualTo(story.minute(10 + 24 * 60 + 30));
    }

    @Test
    void claimWhileAReturnIsUndecided_leavesNothingUndecided() {
        asked();
        scene.tell(scene.returned("law-enforcement", 20), 20);
        scene.tell(scene.answered("gas", true, 50), 50);
        assertThat(scene.ticket().status()).isEqualTo(TicketStatus.DISPATCHED);
        assertThat(scene.leg("law-enforcement").leg().handle().dueAt()).isEqualTo(story.minute(160));
    }

    @Test
    void districtWithoutABackstop_hasTheStreetDecide() {
        Scene other = new Scene(Districts.with("departments.csv", rows -> rows.replace(
                        "Urban management commission,department", "Urban management commission,enterprise")
                .replace("Traffic police,department", "Traffic police,enterprise")));
        other.begin(other.story
                .report()
                .classified("C0123", "a", Urgency.U0)
                .asset(null, null)
                .build());
        other.accept(identify(List.of("gas"), List.of(), 10));
        other.tell(other.answered("gas", false, 20), 20);
        assertThat(other.last(TicketQueued.class).reason()).isEqualTo(TicketQueued.Reason.OWNER_UNKNOWN);
    }

    @Test
    void dispatcher_maySendItOn_whenMakingSafeIsDone_andTheOwnerIsKnownOtherwise() {
        asked();
        scene.tell(scene.completed("street", 30), 30);
        scene.accept(new TicketCommand.Dispatch(
                "gas", List.of(), null, null, null, "called us", Scene.BY, story.minute(40)));
        assertThat(scene.last(TicketDispatched.class).lead().task()).isNull();
        assertThat(scene.last(TicketDispatched.class).lead().handle().dueAt()).isEqualTo(story.minute(160));
    }

    @Test
    void answerOfABodyThatWasNotAsked_isReported() {
        asked();
        assertThatThrownBy(() -> scene.tell(scene.answered("street", true, 20), 20))
                .isInstanceOf(UnexpectedEvent.class);
    }

    @Test
    void reopening_goesToTheOwner_andNobodyMakesSafeAgain() {
        asked();
        scene.tell(scene.answered("gas", true, 20), 20);
        for (String body : List.of("gas", "street", "law-enforcement")) {
            scene.tell(scene.completed(body, 60), 60);
        }
        assertThat(scene.ticket().status()).isEqualTo(TicketStatus.COMPLETED);
        scene.tell(story.ticketReopened(1), 200);
        assertThat(scene.last(TicketDispatched.class).legs())
                .extracting(leg -> leg.department(), leg -> leg.task())
                .containsExactly(tuple("gas", null));
    }

    @Test
    void districtFixesTheOwner_forWhatHasOne() {
        asked();
        scene.accept(
                new TicketCommand.RegisterAssetOwner("heating", null, "plans of 1987", Scene.BY, story.minute(500)));
        AssetOwnerRegistered owner = scene.last(AssetOwnerRegistered.class);
        assertThat(owner.department()).isEqualTo("heating");
        assertThat(owner.assetId()).startsWith("C0123-");
        assertThat(owner.by()).isEqualTo(Scene.BY);
        scene.refuse(
                new TicketCommand.RegisterAssetOwner("nobody", null, "x", Scene.BY, story.minute(501)),
                Refusal.UNKNOWN_DEPARTMENT);
        Scene event = new Scene();
        event.begin(event.story.report().classified("E0101", "a", Urgency.U2).build());
        event.refuse(
                new TicketCommand.RegisterAssetOwner("gas", null, "x", Scene.BY, story.minute(501)),
                Refusal.NO_COMPONENT);
        Scene unclassified = new Scene().queued();
        unclassified.refuse(
                new TicketCommand.RegisterAssetOwner("gas", null, "x", Scene.BY, story.minute(501)),
                Refusal.CLASSIFICATION_REQUIRED);
    }

    @Test
    void timePassed_andNobodyClaimedIt_bringsTheBackstop_onItsTimer() {
        asked();
        TicketTimer timer = timer();
        assertThat(timer.dueAt()).isEqualTo(story.minute(10).plus(Duration.ofHours(24)));
        scene.tell(scene.completed("street", 30), 30);
        scene.tell(scene.completed("law-enforcement", 30), 30);
        scene.tell(scene.answered("gas", false, 40), 40);
        assertThat(timer()).isEqualTo(timer);
        scene.keep(scene.life().due(scene.ticket(), timer, story.minute(10 + 24 * 60 + 5)));
        TicketDispatched event = scene.last(TicketDispatched.class);
        assertThat(event.legs()).extracting(leg -> leg.department()).containsExactly("urban-management");
        assertThat(event.dispatchedAt()).isEqualTo(story.minute(10 + 24 * 60 + 5));
        assertThat(event.why().reason()).contains("答复时限已过").contains("backstop");
        assertThat(TicketTimers.of(scene.ticket())).isEmpty();
    }

    @Test
    void timer_isGone_onceItIsClaimed() {
        asked();
        scene.tell(scene.answered("gas", true, 20), 20);
        assertThat(TicketTimers.of(scene.ticket())).isEmpty();
    }

    // ---- words of the tests

    private TicketTimer timer() {
        return TicketTimers.of(scene.ticket()).getFirst();
    }

    /** An identification whistle about an unreadable cover, blown in minute 10. */
    private void asked() {
        scene.begin(unknownCover());
        assertThat(scene.last(TicketQueued.class).candidates()).hasSize(8);
        scene.accept(identify(List.of(), List.of(), 10));
    }

    private ReportFiled unknownCover() {
        return story.report()
                .classified("C0123", "a", Urgency.U0)
                .asset(null, null)
                .build();
    }

    private TicketCommand identify(List<String> candidates, List<String> makeSafe, long minute) {
        return identify(candidates, makeSafe, null, minute);
    }

    private TicketCommand identify(List<String> candidates, List<String> makeSafe, @Nullable String type, long minute) {
        return new TicketCommand.Identify(
                "井盖标识不清，无法辨认权属。",
                "甸柳新村一区3号楼北侧",
                candidates,
                makeSafe,
                type,
                type == null ? null : "a",
                "标识不清",
                Scene.BY,
                story.minute(minute));
    }
}
