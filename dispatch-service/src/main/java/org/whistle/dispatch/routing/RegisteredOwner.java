package org.whistle.dispatch.routing;

import org.whistle.contracts.Position;

/**
 * The owner of an asset as the district fixed it.
 *
 * @param department code of the owner
 * @param type issue type the asset was reported under
 * @param position where it lies
 */
public record RegisteredOwner(String assetId, String department, String type, Position position) {}
