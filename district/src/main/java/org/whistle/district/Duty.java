package org.whistle.district;

/**
 * One entry of a street's duty lists.
 *
 * @param street 9-digit code of the street
 * @param type code of the issue type
 * @param mode own → the street handles; assist → the department leads and the street assists; upward → department only
 */
public record Duty(String street, String type, DutyMode mode) {}
