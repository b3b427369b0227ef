package org.whistle.dispatch;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import org.whistle.testkit.MovableClock;

/** The clock that the service under test reads. */
@Alternative
@Priority(1)
@Singleton
public class TestClock extends MovableClock {}
