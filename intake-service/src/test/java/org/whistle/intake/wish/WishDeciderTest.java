package org.whistle.intake.wish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.whistle.chassis.problem.ProblemCode;
import org.whistle.contracts.Actor;
import org.whistle.contracts.community.CommunityEvent;
import org.whistle.contracts.community.HelpCategory;
import org.whistle.contracts.community.WishClaimed;
import org.whistle.contracts.community.WishDispatched;
import org.whistle.contracts.community.WishDone;
import org.whistle.contracts.community.WishLapsed;
import org.whistle.contracts.community.WishPosted;
import org.whistle.contracts.community.WishReleased;
import org.whistle.contracts.community.WishThanked;
import org.whistle.contracts.community.WishWithdrawn;
import org.whistle.contracts.feedback.ReporterAnswered.Satisfaction;
import org.whistle.contracts.intake.Reporter;
import org.whistle.intake.lists.By;
import org.whistle.intake.lists.ListRule;
import org.whistle.intake.wish.WishCommand.Claim;
import org.whistle.intake.wish.WishCommand.Complete;
import org.whistle.intake.wish.WishCommand.Dispatch;
import org.whistle.intake.wish.WishCommand.Offered;
import org.whistle.intake.wish.WishCommand.Release;
import org.whistle.intake.wish.WishCommand.Thank;
import org.whistle.intake.wish.WishCommand.Withdraw;

class WishDeciderTest {

    private static final UUID ID = UUID.fromString("019cb0a5-7c1e-7b7a-9d0c-3f6f1a2b3c4d");
    private static final UUID RESOURCE = UUID.fromString("019cb0a5-7c1e-7b7a-9d0c-3f6f1a2b3c5e");
    private static final Instant AT = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant LAPSES = AT.plus(30, ChronoUnit.DAYS);
    private static final Wish.Core CORE = new Wish.Core(ID, HelpCategory.COMPANIONSHIP, "370102009001", "granny");
    private static final WishDecider.Facts FACTS = new WishDecider.Facts(0, 0, new WishDecider.Limits(30, 3, 5));

    private static final By GRANNY = by("granny", null, "resident");
    private static final By VOLUNTEER = by("volunteer", null, "resident");
    private static final By COMMUNITY = by("community", null, "community");
    private static final By CIVIL = by("civil-1", "civil-affairs", "handler");
    private static final By CIVIL_TOO = by("civil-2", "civil-affairs", "manager");
    private static final By PROPERTY = by("property-1", "property", "handler");

    private Wish state = new Wish.Posted(CORE);

    @Test
    void wish_isPosted_unlessItsPersonHasTooMany() {
        Reporter poster = new Reporter(UUID.randomUUID(), Reporter.Kind.RESIDENT);

        assertThat(WishDecider.post(CORE, List.of("老人"), poster, AT, facts(2, 0)))
                .isEqualTo(new WishDecision.Accepted(
                        new WishPosted(ID, HelpCategory.COMPANIONSHIP, List.of("老人"), "370102009001", poster, AT)));
        assertThat(refusal(WishDecider.post(CORE, List.of(), poster, AT, facts(3, 0))))
                .isEqualTo(WishRule.WISHES_TOO_MANY);
    }

    @Test
    void wish_goesItsWay_fromPostedToThanked() {
        assertThat(when(new Dispatch(List.of(), COMMUNITY)))
                .isEqualTo(new WishDispatched(ID, List.of(), LAPSES, COMMUNITY.actor(), AT));
        assertThat(when(new Claim(null, VOLUNTEER))).isEqualTo(new WishClaimed(ID, null, null, VOLUNTEER.actor(), AT));
        assertThat(when(new Complete(VOLUNTEER))).isEqualTo(new WishDone(ID, VOLUNTEER.actor(), AT));
        assertThat(when(new Thank(Satisfaction.SATISFIED, GRANNY)))
                .isEqualTo(new WishThanked(ID, Satisfaction.SATISFIED, GRANNY.actor(), AT));
        assertThat(state).isEqualTo(new Wish.Ended(CORE, Wish.Ending.THANKED));
        assertThat(refused(new Withdraw(GRANNY))).isEqualTo(WishRule.WISH_OVER);
    }

    @Test
    void onlyItsCommunity_dispatchesAWish_andNobodyClaimsItBefore() {
        assertThat(refused(new Dispatch(List.of(), VOLUNTEER))).isEqualTo(WishRule.WISH_NOT_YOURS_TO_DISPATCH);
        assertThat(refused(new Claim(null, VOLUNTEER))).isEqualTo(WishRule.WISH_NOT_DISPATCHED);

        when(new Dispatch(List.of("civil-affairs"), by("branch", null, "branch")));
        when(new Dispatch(List.of("property"), COMMUNITY));
        assertThat(state).isEqualTo(new Wish.Dispatched(CORE, List.of("property"), LAPSES));
    }

    @Test
    void wishOfferedToABody_isClaimedByItAlone() {
        when(new Dispatch(List.of("civil-affairs"), COMMUNITY));

        assertThat(refused(new Claim(null, VOLUNTEER))).isEqualTo(WishRule.WISH_OFFERED_TO_OTHERS);
        assertThat(refused(new Claim(null, PROPERTY))).isEqualTo(WishRule.WISH_OFFERED_TO_OTHERS);
        assertThat(when(new Claim(null, CIVIL)))
                .isEqualTo(new WishClaimed(ID, "civil-affairs", null, CIVIL.actor(), AT));
        assertThat(refused(new Claim(null, CIVIL_TOO))).isEqualTo(WishRule.WISH_CLAIMED);
    }

    @Test
    void whatABodyClaimed_anybodyOfItFulfils_andNobodyElse() {
        when(new Dispatch(List.of(), COMMUNITY));
        when(new Claim(null, CIVIL));

        assertThat(refused(new Complete(PROPERTY))).isEqualTo(WishRule.WISH_OF_ANOTHER);
        assertThat(refused(new Complete(COMMUNITY))).isEqualTo(WishRule.WISH_OF_ANOTHER);
        assertThat(when(new Complete(CIVIL_TOO))).isEqualTo(new WishDone(ID, CIVIL_TOO.actor(), AT));
    }

    @Test
    void nobodyClaimsTheirOwnWish_orMoreThanTheyMay() {
        when(new Dispatch(List.of(), COMMUNITY));

        assertThat(refused(new Claim(null, GRANNY))).isEqualTo(WishRule.WISH_IS_OWN);
        assertThat(refusal(WishDecider.decide(state, new Claim(null, VOLUNTEER), facts(0, 5))))
                .isEqualTo(WishRule.CLAIMS_TOO_MANY);
        assertThat(WishDecider.decide(state, new Claim(null, CIVIL), facts(0, 5)))
                .as("a body has no such limit")
                .isInstanceOf(WishDecision.Accepted.class);
    }

    @Test
    void claim_isGivenUp_orTakenBack_andOthersMayClaim() {
        when(new Dispatch(List.of("civil-affairs", "property"), COMMUNITY));
        when(new Claim(null, CIVIL));
        assertThat(refused(new Release(PROPERTY))).isEqualTo(WishRule.WISH_OF_ANOTHER);
        assertThat(when(new Release(COMMUNITY))).isEqualTo(new WishReleased(ID, LAPSES, COMMUNITY.actor(), AT));
        assertThat(state).isEqualTo(new Wish.Dispatched(CORE, List.of("civil-affairs", "property"), LAPSES));

        when(new Claim(null, PROPERTY));
        assertThat(when(new Release(PROPERTY))).isInstanceOf(WishReleased.class);
        assertThat(refused(new Release(PROPERTY))).isEqualTo(WishRule.WISH_NOT_CLAIMED);
    }

    @Test
    void thanks_areNotSaidByWhoFulfilledIt() {
        when(new Dispatch(List.of(), COMMUNITY));
        assertThat(refused(new Thank(Satisfaction.SATISFIED, GRANNY))).isEqualTo(WishRule.WISH_NOT_DONE);
        when(new Claim(null, VOLUNTEER));
        when(new Complete(VOLUNTEER));

        assertThat(refused(new Thank(Satisfaction.SATISFIED, VOLUNTEER))).isEqualTo(WishRule.WISH_THANKED_BY_OWNER);
        assertThat(refused(new Thank(Satisfaction.SATISFIED, PROPERTY))).isEqualTo(WishRule.WISH_THANKED_BY_OWNER);
        assertThat(when(new Thank(Satisfaction.SATISFIED, COMMUNITY)))
                .as("the community for a resident who is not online")
                .isInstanceOf(WishThanked.class);
    }

    @Test
    void communityThatFulfilledIt_doesNotThankItself() {
        when(new Dispatch(List.of(), COMMUNITY));
        when(new Claim(null, COMMUNITY));
        when(new Complete(COMMUNITY));

        assertThat(refused(new Thank(Satisfaction.SATISFIED, COMMUNITY))).isEqualTo(WishRule.WISH_THANKED_BY_OWNER);
    }

    @Test
    void wish_isTakenBack_byWhoseItIs_untilItIsFulfilled() {
        assertThat(refused(new Withdraw(VOLUNTEER))).isEqualTo(WishRule.WISH_WITHDRAWN_BY_OWNER);
        when(new Dispatch(List.of(), COMMUNITY));
        when(new Claim(null, VOLUNTEER));
        assertThat(when(new Withdraw(GRANNY))).isEqualTo(new WishWithdrawn(ID, GRANNY.actor(), AT));
        assertThat(state).isEqualTo(new Wish.Ended(CORE, Wish.Ending.WITHDRAWN));

        state = new Wish.Done(CORE, new Wish.Claim("volunteer", null, null));
        assertThat(refused(new Withdraw(GRANNY))).isEqualTo(WishRule.WISH_OVER);
    }

    @Test
    void wishThatNobodyClaims_lapses_atTheInstantItWasDue() {
        when(new Dispatch(List.of(), COMMUNITY));

        assertThat(WishDecider.lapse(state, LAPSES.minusMillis(1))).isNull();
        WishLapsed lapsed = WishDecider.lapse(state, LAPSES.plus(2, ChronoUnit.HOURS));
        assertThat(lapsed).isEqualTo(new WishLapsed(ID, LAPSES));
        By late = new By(VOLUNTEER.actor(), VOLUNTEER.roles(), LAPSES);
        assertThat(refused(new Claim(null, late))).isEqualTo(WishRule.WISH_OVER);
        assertThat(Wish.evolve(state, lapsed)).isEqualTo(new Wish.Ended(CORE, Wish.Ending.LAPSED));

        when(new Claim(null, VOLUNTEER));
        assertThat(WishDecider.lapse(state, LAPSES.plusSeconds(1)))
                .as("what is claimed does not lapse")
                .isNull();
    }

    @Test
    void communityAcceptsAMatch_andTheBodyWhoseResourceItIs_hasTheWish() {
        when(new Dispatch(List.of(), COMMUNITY));

        assertThat(when(new Claim(resource("civil-affairs", 1, true), COMMUNITY)))
                .isEqualTo(new WishClaimed(ID, "civil-affairs", RESOURCE, COMMUNITY.actor(), AT));
        assertThat(refused(new Complete(COMMUNITY))).isEqualTo(WishRule.WISH_OF_ANOTHER);
        assertThat(when(new Complete(CIVIL))).isInstanceOf(WishDone.class);
    }

    @Test
    void resource_isRefused_whenItIsAnothers_usedUp_orDoesNotFit() {
        when(new Dispatch(List.of(), COMMUNITY));

        assertThat(refused(new Claim(resource("civil-affairs", 1, true), PROPERTY)))
                .isEqualTo(WishRule.RESOURCE_OF_ANOTHER);
        assertThat(refused(new Claim(resource(null, 1, true), COMMUNITY)))
                .as("a volunteer's time is nobody else's to promise")
                .isEqualTo(WishRule.RESOURCE_OF_ANOTHER);
        assertThat(refused(new Claim(resource("civil-affairs", 0, true), CIVIL)))
                .isEqualTo(ListRule.RESOURCE_EXHAUSTED);
        assertThat(refused(new Claim(resource("civil-affairs", 1, false), CIVIL)))
                .isEqualTo(WishRule.RESOURCE_NOT_FITTING);
    }

    private static Offered resource(@Nullable String department, int free, boolean fits) {
        return new Offered(RESOURCE, "somebody", department, free, fits);
    }

    private static By by(String account, @Nullable String department, String role) {
        return new By(new Actor(account, department), Set.of(role), AT);
    }

    private static WishDecider.Facts facts(int open, int claims) {
        return new WishDecider.Facts(open, claims, FACTS.limits());
    }

    private CommunityEvent when(WishCommand command) {
        if (!(WishDecider.decide(state, command, FACTS) instanceof WishDecision.Accepted(CommunityEvent event))) {
            throw new AssertionError("refused: " + WishDecider.decide(state, command, FACTS));
        }
        state = Wish.evolve(state, event);
        return event;
    }

    private ProblemCode refused(WishCommand command) {
        return refusal(WishDecider.decide(state, command, FACTS));
    }

    private static ProblemCode refusal(WishDecision decision) {
        if (!(decision instanceof WishDecision.Refused refused)) {
            throw new AssertionError("accepted: " + decision);
        }
        return refused.why().rule();
    }
}
