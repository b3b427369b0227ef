package org.whistle.sound.matter.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.whistle.sound.matter.Matter;

/** Records where they belong. */
public record MatterConsumer(ConsumerRecord<String, byte[]> kafka, Matter matter) {}
