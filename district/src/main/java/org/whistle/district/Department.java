package org.whistle.district;

/**
 * A body that can be asked to handle.
 *
 * @param code such as {@code water-supply}; part of topic names, so lower-case letters, digits and hyphens
 * @param name its name
 * @param kind department, enterprise or local
 */
public record Department(String code, Label name, DepartmentKind kind) {

    /** The body that stands for "whoever owns the asset" and is resolved through the asset register. */
    public static final String ASSET_OWNER = "asset-owner";

    /** The street office itself. */
    public static final String STREET = "street";
}
