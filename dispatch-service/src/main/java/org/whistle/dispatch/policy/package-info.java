/** What a city decides, version by version: catalogue, rules, calendar and limits that tickets are dispatched under. */
@NullMarked
package org.whistle.dispatch.policy;

import org.jspecify.annotations.NullMarked;
