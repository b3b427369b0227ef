package org.whistle.feedback.sla.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.whistle.chassis.problem.Words;
import org.whistle.feedback.sla.Rate;

/**
 * A rate with its formula, in both languages.
 *
 * @param code its word in reports and links
 */
@Schema(name = "Rate")
public record RateView(@Schema(examples = "handled-on-time") String code, Both name, Both formula) {

    static RateView of(Rate rate) {
        return new RateView(rate.word(), Both.of(rate.title()), Both.of(rate.formula()));
    }

    /** A text in both languages. */
    @Schema(name = "BothLanguages")
    public record Both(
            @Schema(examples = "按期处置率") String zh,
            @Schema(examples = "handled on time") String en) {

        static Both of(Words words) {
            return new Both(words.zh(), words.en());
        }
    }
}
