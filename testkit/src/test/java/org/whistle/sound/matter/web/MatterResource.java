package org.whistle.sound.matter.web;

import jakarta.ws.rs.core.UriInfo;
import org.whistle.sound.matter.Matter;

/** REST where it belongs. */
public record MatterResource(UriInfo uri, Matter matter) {}
