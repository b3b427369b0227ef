/** The district's data over REST: load a version, look into it. */
@NullMarked
package org.whistle.dispatch.policy.web;

import org.jspecify.annotations.NullMarked;
