package org.whistle.contracts.reply;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Require;

/**
 * Why an answer was refused, on {@code whistle.reply.<department>.rejected}. Its key is the key of the refused
 * record, and {@code ce_causationid} names the refused record's id when it had one.
 *
 * @param rule stable name of the rule that refused it, as in the problem type of the same refusal over REST
 * @param messageZh the refusal in Chinese
 * @param messageEn the refusal in English
 * @param original the refused record's text, at most 64 000 characters of it
 */
public record ReplyRejected(
        String rule,
        String messageZh,
        String messageEn,
        @Nullable String original,
        Instant rejectedAt) {

    public ReplyRejected {
        Require.text(rule, 64, "rule");
        Require.text(messageZh, 2000, "messageZh");
        Require.text(messageEn, 2000, "messageEn");
        Require.optionalText(original, 64_000, "original");
        Require.present(rejectedAt, "rejectedAt");
    }
}
