package org.whistle.intake.grid.store;

import java.time.Instant;
import org.whistle.intake.grid.Gazetteer;

/**
 * The district this instance works with.
 *
 * @param version counts up with every change; the entity tag
 * @param gazetteer answers from its files
 * @param loadedBy account of the administrator who loaded it
 */
public record LoadedDistrict(long version, Gazetteer gazetteer, String loadedBy, Instant loadedAt) {}
