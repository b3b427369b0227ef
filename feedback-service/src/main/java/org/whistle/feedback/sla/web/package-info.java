/** The SLA report as JSON and CSV, and the tickets behind each number. */
@NullMarked
package org.whistle.feedback.sla.web;

import org.jspecify.annotations.NullMarked;
