package org.whistle.rotten.matter.web;

/** An adapter the domain calls. */
public record MatterResource(String path) {}
