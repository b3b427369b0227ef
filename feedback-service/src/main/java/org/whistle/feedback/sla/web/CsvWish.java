package org.whistle.feedback.sla.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Answers as CSV where they are asked for. */
public final class CsvWish {

    static final MediaType CSV = new MediaType("text", "csv", "UTF-8");

    private CsvWish() {}

    /** Whether a caller wants CSV; whoever takes anything gets JSON. */
    public static boolean of(HttpHeaders headers) {
        return of(headers.getAcceptableMediaTypes());
    }

    static boolean of(List<MediaType> acceptable) {
        for (MediaType accepted : acceptable) {
            if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (accepted.isCompatible(CSV)) {
                return true;
            }
        }
        return false;
    }

    /** A file of CSV. */
    public static Response answer(String csv, String file) {
        return Response.ok(csv)
                .type(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"")
                .build();
    }
}
