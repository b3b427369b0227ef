package org.whistle.intake.lists.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.community.HelpCategory;
import org.whistle.contracts.community.ListKind;

/** Reads the lists. */
@ApplicationScoped
public class Entries {

    /** What lies in an area, and what is for a place around it: a street's resource is there for its communities. */
    private static final String SEEN = """
            (e.area like any($1::text[]) or exists (select from unnest($1::text[]) a where a like e.area || '%'))""";

    /** More are never compared; the newest first. */
    private static final int CANDIDATES = 200;

    private final Pool pool;

    Entries(Pool pool) {
        this.pool = pool;
    }

    /**
     * What of the lists is asked for; null asks for all.
     *
     * @param text words its title or text holds
     * @param before only those listed before this one
     */
    public record Filter(
            @Nullable ListKind list,
            @Nullable String state,
            @Nullable HelpCategory category,
            @Nullable String tag,
            @Nullable String department,
            @Nullable String text,
            @Nullable UUID before) {}

    /** Entries that are seen from an area, the newest first. @param patterns of the areas */
    public Uni<List<StoredEntry>> search(String[] patterns, Filter filter, int limit) {
        return pool.preparedQuery("select e.* from list_entry e where " + SEEN + """
                         and ($2::text is null or e.list = $2) and ($3::text is null or e.state = $3)
                         and ($4::text is null or e.category = $4) and ($5::text is null or $5 = any(e.tags))
                         and ($6::text is null or e.department = $6)
                         and ($7::text is null or position(lower($7) in lower(e.title || ' ' || e.text)) > 0)
                         and ($8::uuid is null or e.id < $8)
                        order by e.id desc limit $9""")
                .execute(Tuple.tuple()
                        .addArrayOfString(patterns)
                        .addString(
                                filter.list() == null
                                        ? null
                                        : filter.list().name().toLowerCase(Locale.ROOT))
                        .addString(filter.state())
                        .addString(
                                filter.category() == null
                                        ? null
                                        : filter.category().name())
                        .addString(filter.tag())
                        .addString(filter.department())
                        .addString(filter.text())
                        .addUUID(filter.before())
                        .addInteger(limit))
                .map(Entries::all);
    }

    /** An entry that is seen from an area. */
    public Uni<Optional<StoredEntry>> find(UUID id, String[] patterns) {
        return pool.preparedQuery("select e.* from list_entry e where " + SEEN + " and e.id = $2")
                .execute(Tuple.tuple().addArrayOfString(patterns).addUUID(id))
                .map(rows -> all(rows).stream().findFirst());
    }

    /** Resources of a category that have room, are of the same street as a place, and are seen from an area. */
    public Uni<List<StoredEntry>> offered(HelpCategory category, String place, String[] patterns) {
        return pool.preparedQuery("select e.* from list_entry e where " + SEEN + """
                         and e.list = 'resource' and e.state = 'open' and e.category = $2 and e.used < e.capacity
                         and ($3 like e.area || '%' or e.area like left($3, 9) || '%')
                        order by e.id desc limit $4""")
                .execute(Tuple.tuple()
                        .addArrayOfString(patterns)
                        .addString(category.name())
                        .addString(place)
                        .addInteger(CANDIDATES))
                .map(Entries::all);
    }

    /** What happened to an entry, oldest first. */
    public Uni<List<ListStep>> steps(UUID id) {
        return pool.preparedQuery("select * from list_step where entry_id = $1 order by step limit 200")
                .execute(Tuple.of(id))
                .map(rows -> {
                    List<ListStep> steps = new ArrayList<>();
                    rows.forEach(row -> steps.add(ListStep.of(row)));
                    return steps;
                });
    }

    private static List<StoredEntry> all(RowSet<Row> rows) {
        List<StoredEntry> found = new ArrayList<>();
        rows.forEach(row -> found.add(StoredEntry.of(row)));
        return found;
    }
}
