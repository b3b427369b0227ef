/** Assignments and their history in the database: one at a time for people, by the batch for topics. */
@NullMarked
package org.whistle.department.assignment.store;

import org.jspecify.annotations.NullMarked;
