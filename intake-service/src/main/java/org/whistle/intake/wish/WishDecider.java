package org.whistle.intake.wish;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.ProblemCode;
import org.whistle.contracts.community.WishClaimed;
import org.whistle.contracts.community.WishDispatched;
import org.whistle.contracts.community.WishDone;
import org.whistle.contracts.community.WishLapsed;
import org.whistle.contracts.community.WishPosted;
import org.whistle.contracts.community.WishReleased;
import org.whistle.contracts.community.WishThanked;
import org.whistle.contracts.community.WishWithdrawn;
import org.whistle.contracts.intake.Reporter;
import org.whistle.intake.lists.By;
import org.whistle.intake.lists.ListRule;
import org.whistle.intake.wish.WishCommand.Offered;
import org.whistle.intake.wish.WishDecision.Accepted;

/** Decides what may be done with a wish: order, dispatch, acceptance (点单、派单、接单). Pure. */
public final class WishDecider {

    private WishDecider() {}

    /**
     * What a decision rests on beside the wish.
     *
     * @param open wishes of the same person that have not ended, when one is posted
     * @param claims wishes the caller has claimed and not fulfilled, when one is claimed
     * @param limits the district's figures
     */
    public record Facts(int open, int claims, Limits limits) {}

    /**
     * Figures of the district's policy.
     *
     * @param claimDays days within which a dispatched wish is claimed
     * @param atOnce most wishes of one person that have not ended
     * @param claimsAtOnce most wishes one volunteer may have claimed
     */
    public record Limits(int claimDays, int atOnce, int claimsAtOnce) {}

    /** A wish is posted. */
    public static WishDecision post(Wish.Core core, List<String> tags, Reporter poster, Instant at, Facts facts) {
        int most = facts.limits().atOnce();
        return facts.open() >= most
                ? WishDecision.refused(WishRule.WISHES_TOO_MANY, null, String.valueOf(most))
                : new Accepted(new WishPosted(core.id(), core.category(), tags, core.area(), poster, at));
    }

    /** Its time is up; empty of meaning, and so null, when it was claimed or dispatched anew meanwhile. */
    public static @Nullable WishLapsed lapse(Wish wish, Instant now) {
        return wish instanceof Wish.Dispatched w && !w.claimBy().isAfter(now)
                ? new WishLapsed(w.core().id(), w.claimBy())
                : null;
    }

    /** The answer to a command. */
    public static WishDecision decide(Wish wish, WishCommand command, Facts facts) {
        if (wish instanceof Wish.Ended) {
            return WishDecision.refused(WishRule.WISH_OVER, null);
        }
        return switch (command) {
            case WishCommand.Dispatch c -> dispatch(wish, c, facts);
            case WishCommand.Claim c -> claim(wish, c, facts);
            case WishCommand.Release c -> release(wish, c, facts);
            case WishCommand.Complete c -> complete(wish, c);
            case WishCommand.Thank c -> thank(wish, c);
            case WishCommand.Withdraw c -> withdraw(wish, c);
        };
    }

    private static WishDecision dispatch(Wish wish, WishCommand.Dispatch command, Facts facts) {
        if (!command.by().organises()) {
            return WishDecision.refused(WishRule.WISH_NOT_YOURS_TO_DISPATCH, null);
        }
        // To other bodies, too, as long as nobody has claimed it.
        if (wish instanceof Wish.Posted || wish instanceof Wish.Dispatched) {
            By by = command.by();
            return new Accepted(new WishDispatched(
                    wish.core().id(), command.departments(), claimBy(by, facts), by.actor(), by.at()));
        }
        return WishDecision.refused(wish instanceof Wish.Done ? WishRule.WISH_OVER : WishRule.WISH_CLAIMED, null);
    }

    private static WishDecision claim(Wish wish, WishCommand.Claim command, Facts facts) {
        return switch (wish) {
            case Wish.Posted w -> WishDecision.refused(WishRule.WISH_NOT_DISPATCHED, null);
            case Wish.Claimed w -> WishDecision.refused(WishRule.WISH_CLAIMED, null);
            case Wish.Done w -> WishDecision.refused(WishRule.WISH_OVER, null);
            case Wish.Ended w -> WishDecision.refused(WishRule.WISH_OVER, null);
            case Wish.Dispatched w -> {
                // Nobody is told that a wish whose time is up could still be had; the timer is about to end it.
                if (!w.claimBy().isAfter(command.by().at())) {
                    yield WishDecision.refused(WishRule.WISH_OVER, null);
                }
                ProblemCode against = against(w, command, facts);
                yield against == null
                        ? claimed(w, command)
                        : WishDecision.refused(
                                against, null, String.valueOf(facts.limits().claimsAtOnce()));
            }
        };
    }

    private static @Nullable ProblemCode against(Wish.Dispatched wish, WishCommand.Claim command, Facts facts) {
        By by = command.by();
        Offered resource = command.resource();
        if (resource != null) {
            ProblemCode wrong = wrongResource(resource, by);
            if (wrong != null) {
                return wrong;
            }
        }
        String body = bodyOf(command);
        boolean forAnother = by.organises() && resource != null;
        if (wish.core().postedBy().equals(by.actor().account()) && !forAnother) {
            return WishRule.WISH_IS_OWN;
        }
        if (!wish.departments().isEmpty()
                && (body == null || !wish.departments().contains(body))) {
            return WishRule.WISH_OFFERED_TO_OTHERS;
        }
        boolean volunteer = body == null && !by.organises();
        return volunteer && facts.claims() >= facts.limits().claimsAtOnce() ? WishRule.CLAIMS_TOO_MANY : null;
    }

    private static @Nullable ProblemCode wrongResource(Offered resource, By by) {
        boolean own = Objects.equals(resource.department(), by.body())
                && (resource.department() != null
                        || resource.owner().equals(by.actor().account()));
        // A volunteer's own time is nobody else's to promise.
        boolean ofABody = resource.department() != null;
        if (!own && !(by.organises() && ofABody)) {
            return WishRule.RESOURCE_OF_ANOTHER;
        }
        if (!resource.fits()) {
            return WishRule.RESOURCE_NOT_FITTING;
        }
        return resource.free() <= 0 ? ListRule.RESOURCE_EXHAUSTED : null;
    }

    private static WishDecision claimed(Wish.Dispatched wish, WishCommand.Claim command) {
        Offered resource = command.resource();
        By by = command.by();
        return new Accepted(new WishClaimed(
                wish.core().id(),
                bodyOf(command),
                resource == null ? null : resource.resourceId(),
                by.actor(),
                by.at()));
    }

    /** With a body's resource it is that body that claims, whoever of the community accepts the match. */
    private static @Nullable String bodyOf(WishCommand.Claim command) {
        Offered resource = command.resource();
        return resource == null ? command.by().body() : resource.department();
    }

    private static WishDecision release(Wish wish, WishCommand.Release command, Facts facts) {
        if (!(wish instanceof Wish.Claimed claimed)) {
            return WishDecision.refused(notClaimed(wish), null);
        }
        By by = command.by();
        return by.organises() || isClaimant(claimed.claim(), by)
                ? new Accepted(new WishReleased(wish.core().id(), claimBy(by, facts), by.actor(), by.at()))
                : WishDecision.refused(WishRule.WISH_OF_ANOTHER, null);
    }

    private static WishDecision complete(Wish wish, WishCommand.Complete command) {
        if (!(wish instanceof Wish.Claimed claimed)) {
            return WishDecision.refused(notClaimed(wish), null);
        }
        By by = command.by();
        return isClaimant(claimed.claim(), by)
                ? new Accepted(new WishDone(wish.core().id(), by.actor(), by.at()))
                : WishDecision.refused(WishRule.WISH_OF_ANOTHER, null);
    }

    private static WishDecision thank(Wish wish, WishCommand.Thank command) {
        if (!(wish instanceof Wish.Done done)) {
            return WishDecision.refused(WishRule.WISH_NOT_DONE, null);
        }
        By by = command.by();
        boolean owner = by.actor().account().equals(wish.core().postedBy());
        return !isClaimant(done.claim(), by) && (owner || by.organises())
                ? new Accepted(new WishThanked(wish.core().id(), command.satisfaction(), by.actor(), by.at()))
                : WishDecision.refused(WishRule.WISH_THANKED_BY_OWNER, null);
    }

    private static WishDecision withdraw(Wish wish, WishCommand.Withdraw command) {
        if (wish instanceof Wish.Done) {
            return WishDecision.refused(WishRule.WISH_OVER, null);
        }
        By by = command.by();
        return by.organises() || by.actor().account().equals(wish.core().postedBy())
                ? new Accepted(new WishWithdrawn(wish.core().id(), by.actor(), by.at()))
                : WishDecision.refused(WishRule.WISH_WITHDRAWN_BY_OWNER, null);
    }

    /** Whether somebody is who claimed it, or of the body that did. */
    public static boolean isClaimant(Wish.Claim claim, By by) {
        return claim.department() == null
                ? claim.account().equals(by.actor().account())
                : claim.department().equals(by.body());
    }

    private static WishRule notClaimed(Wish wish) {
        return wish instanceof Wish.Done ? WishRule.WISH_OVER : WishRule.WISH_NOT_CLAIMED;
    }

    private static Instant claimBy(By by, Facts facts) {
        return by.at().plus(facts.limits().claimDays(), ChronoUnit.DAYS);
    }
}
