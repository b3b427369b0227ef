package org.whistle.sound.partner;

/** Knows nobody. */
public record Partner(String name) {}
