package org.whistle.contracts.feedback;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * The reporter was called back (回访) and answered.
 *
 * @param solved whether the reporter says the matter is solved
 * @param comment the reporter's words, at most 2 000 characters
 * @param by who asked, or the reporter's own account; {@code reporter} when they answered by their tracking code
 */
public record ReporterAnswered(
        UUID ticketId,
        Channel channel,
        boolean solved,
        Satisfaction satisfaction,
        @Nullable String comment,
        Actor by,
        Instant answeredAt)
        implements FeedbackEvent {

    public ReporterAnswered {
        Require.present(ticketId, "ticketId");
        Require.present(channel, "channel");
        Require.present(satisfaction, "satisfaction");
        Require.optionalText(comment, 2000, "comment");
        Require.present(by, "by");
        Require.present(answeredAt, "answeredAt");
    }

    /** How the reporter was asked. */
    public enum Channel {
        @JsonProperty("phone")
        PHONE,
        @JsonProperty("sms")
        SMS,
        @JsonProperty("web")
        WEB,
        @JsonProperty("visit")
        VISIT
    }

    /** The reporter's rating of the result (满意度). */
    public enum Satisfaction {
        @JsonProperty("satisfied")
        SATISFIED,
        @JsonProperty("fair")
        FAIR,
        @JsonProperty("unsatisfied")
        UNSATISFIED
    }
}
