package org.whistle.sound.matter.store;

import jakarta.persistence.Entity;
import org.whistle.sound.matter.Matter;

/** A table where it belongs. */
public record MatterTable(Matter matter, Class<Entity> marker) {}
