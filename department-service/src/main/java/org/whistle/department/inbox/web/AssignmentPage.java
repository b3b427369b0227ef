package org.whistle.department.inbox.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of the desk.
 *
 * @param next path and query of the next page, or null on the last
 * @param last in order of receipt: the sequence to read on from with {@code after}, also when nothing has come yet
 */
@Schema(name = "AssignmentPage")
public record AssignmentPage(
        List<AssignmentView> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next,
        @Nullable Long last) {}
