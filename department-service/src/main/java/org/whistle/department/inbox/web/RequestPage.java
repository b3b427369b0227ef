package org.whistle.department.inbox.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of requests.
 *
 * @param next path and query of the next page, or null on the last
 */
@Schema(name = "RequestPage")
public record RequestPage(
        List<RequestView> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {}
