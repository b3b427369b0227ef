package org.whistle.chassis.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items the rows, at most as many as asked for
 * @param next path and query of the next page, or null on the last
 */
public record Page<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts the rows fetched by {@link PageRequest#fetch()} to a page and links the next one, with the same filters.
     *
     * @param key the sort key of a row, of as many values as the list's cursor has
     */
    public static <T> Page<T> of(List<T> fetched, PageRequest request, UriInfo uri, Function<T, Cursor> key) {
        if (fetched.size() <= request.limit()) {
            return new Page<>(fetched, null);
        }
        List<T> items = fetched.subList(0, request.limit());
        return new Page<>(items, link(uri, key.apply(items.get(items.size() - 1))));
    }

    /** The same page with its rows in another form. */
    public <R> Page<R> map(Function<? super T, ? extends R> form) {
        return new Page<>(items.stream().<R>map(form).toList(), next);
    }

    private static String link(UriInfo uri, Cursor cursor) {
        StringBuilder link = new StringBuilder(uri.getRequestUri().getRawPath()).append('?');
        uri.getQueryParameters().forEach((name, values) -> {
            if (!name.equals("cursor")) {
                for (String value : values) {
                    link.append(encode(name)).append('=').append(encode(value)).append('&');
                }
            }
        });
        return link.append("cursor=").append(cursor.encode()).toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
