package org.whistle.chassis.inbox;

import org.whistle.chassis.event.Envelope;

/**
 * An event as it stood on its topic; partition and offset give the one order of its ticket.
 *
 * @param offset place in the partition
 */
public record Delivered(Envelope envelope, int partition, long offset) {}
