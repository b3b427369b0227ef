package org.whistle.feedback;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import org.whistle.testkit.MovableClock;

/** The service's clock, for a test to move. */
@Alternative
@Priority(1)
@Singleton
public class TestClock extends MovableClock {}
