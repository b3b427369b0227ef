package org.whistle.feedback.sla.web;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.whistle.chassis.page.Page;
import org.whistle.chassis.web.Languages;

/**
 * Gives answers to whoever prefers CSV as tables. A page of a list links the next one in its {@code Link} header, since a
 * table has no room for it.
 */
@Singleton
public class CsvAnswers {

    private final Map<String, CsvTable<?>> tables;

    CsvAnswers(@All List<CsvTable<?>> tables) {
        this.tables = tables.stream().collect(Collectors.toMap(CsvTable::name, Function.identity()));
    }

    /** Writes an answer as a table when there is one for it and the caller prefers that. */
    @ServerResponseFilter
    public void write(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != Response.Status.OK.getStatusCode()
                || !request.getMethod().equals("GET")
                || !CsvWish.of(request.getAcceptableMediaTypes())) {
            return;
        }
        String path = request.getUriInfo().getPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        CsvTable<?> table = tables.get(name);
        Object answer = response.getEntity();
        // What has a form of its own is text already.
        if (table == null || answer == null || answer instanceof CharSequence) {
            return;
        }
        response.setEntity(
                table.write(answer, Languages.of(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))),
                new Annotation[0],
                CsvWish.CSV);
        response.getHeaders().putSingle(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"");
        if (answer instanceof Page<?> page && page.next() != null) {
            response.getHeaders().putSingle(HttpHeaders.LINK, "<" + page.next() + ">; rel=\"next\"");
        }
    }
}
