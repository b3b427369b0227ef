package org.whistle.district;

import java.time.ZoneId;

/**
 * What {@code district.json} says.
 *
 * @param code 6-digit code of the district
 * @param name its name
 * @param zone time zone in which days and working hours are counted
 * @param label short line for pages, such as "sample district"
 * @param statement what of these data is invented or copied, for whoever reads them
 */
public record DistrictInfo(String code, Label name, ZoneId zone, Label label, Label statement) {}
