package org.whistle.chassis.deadletter;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as it stands on {@code whistle.deadletter.<service>}.
 *
 * @param deadLetterId the id to replay it by
 * @param topic where the record stood
 * @param offset its place in that partition
 * @param key its key, when it had one
 * @param headers its headers as text
 * @param value its body; base64 in JSON; absent when it had none, or one of more than 512 KiB, which the dead letter
 *     itself holds
 * @param cause why it could not be processed
 */
public record DeadLetterNotice(
        UUID deadLetterId,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        Map<String, Object> headers,
        byte @Nullable [] value,
        String cause,
        Instant failedAt) {}
