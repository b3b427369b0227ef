package org.whistle.intake.matter.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.contracts.MatterKind;
import org.whistle.contracts.intake.ChainLevel;

/** Reads matters. */
@ApplicationScoped
public class Matters {

    private final Pool pool;

    Matters(Pool pool) {
        this.pool = pool;
    }

    /**
     * Matters of an area, newest first.
     *
     * @param state only those in this state, as its word
     * @param before only those that were reported before this one
     */
    public Uni<List<StoredMatter>> list(
            AreaScope scope,
            @Nullable ChainLevel level,
            @Nullable String state,
            @Nullable MatterKind kind,
            @Nullable UUID before,
            int limit) {
        return pool.preparedQuery("select " + StoredMatter.COLUMNS + " from " + StoredMatter.TABLES + " where "
                        + AreaScope.condition("m.grid", 1) + """
                         and ($2::text is null or m.level = $2) and ($3::text is null or m.state = $3)
                         and ($4::text is null or m.kind = $4) and ($5::uuid is null or m.id < $5)
                        order by m.id desc limit $6""")
                .execute(Tuple.tuple()
                        .addArrayOfString(scope.patterns())
                        .addString(level == null ? null : level.name())
                        .addString(state)
                        .addString(kind == null ? null : kind.name())
                        .addUUID(before)
                        .addInteger(limit))
                .map(rows -> {
                    List<StoredMatter> found = new ArrayList<>();
                    rows.forEach(row -> found.add(StoredMatter.of(row)));
                    return found;
                });
    }

    /** A matter that lies in an area. */
    public Uni<Optional<StoredMatter>> find(UUID id, AreaScope scope) {
        return pool.preparedQuery("select " + StoredMatter.COLUMNS
                        + " from " + StoredMatter.TABLES + " where m.id = $1 and "
                        + AreaScope.condition("m.grid", 2))
                .execute(Tuple.tuple().addUUID(id).addArrayOfString(scope.patterns()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(StoredMatter.of(rows.iterator().next())));
    }

    /** What was done with a matter, oldest first; at most one step for each level there is. */
    public Uni<List<Step>> steps(UUID id) {
        return pool.preparedQuery("select * from matter_step where matter_id = $1 order by step")
                .execute(Tuple.of(id))
                .map(rows -> {
                    List<Step> steps = new ArrayList<>();
                    rows.forEach(row -> steps.add(Step.of(row)));
                    return steps;
                });
    }
}
