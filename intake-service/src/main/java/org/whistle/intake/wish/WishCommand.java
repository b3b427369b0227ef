package org.whistle.intake.wish;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.feedback.ReporterAnswered.Satisfaction;
import org.whistle.intake.lists.By;

/** What is done with a wish. Lengths are checked where it comes in. */
public sealed interface WishCommand {

    /** Who does it, and when. */
    By by();

    /** Offers it to be claimed (派单). @param departments codes of bodies; empty for everybody of its area */
    record Dispatch(List<String> departments, By by) implements WishCommand {

        public Dispatch {
            departments = List.copyOf(departments);
        }
    }

    /**
     * Takes it on (接单).
     *
     * @param resource the entry of the list of resources that meets it; null when none was matched
     */
    record Claim(@Nullable Offered resource, By by) implements WishCommand {}

    /** Gives it up again, or takes it back from who claimed it. */
    record Release(By by) implements WishCommand {}

    /** It is fulfilled. */
    record Complete(By by) implements WishCommand {}

    /** Says thanks. */
    record Thank(Satisfaction satisfaction, By by) implements WishCommand {}

    /** Takes it back. */
    record Withdraw(By by) implements WishCommand {}

    /**
     * A resource a wish is to be met with.
     *
     * @param owner the account whose entry it is
     * @param department the body whose entry it is; null when it is a person's or the community's
     * @param free how many it can still serve; at most 0 when none
     * @param fits whether it is of the wish's category, holds now and covers its area
     */
    record Offered(UUID resourceId, String owner, @Nullable String department, int free, boolean fits) {}
}
