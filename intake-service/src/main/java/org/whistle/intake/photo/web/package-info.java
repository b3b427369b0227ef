/** Photos of reports over REST: uploaded by the reporter, fetched by who may see the report. */
@NullMarked
package org.whistle.intake.photo.web;

import org.jspecify.annotations.NullMarked;
