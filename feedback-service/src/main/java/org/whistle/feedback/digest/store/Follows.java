package org.whistle.feedback.digest.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.whistle.feedback.Columns;
import org.whistle.feedback.digest.Follow;

/** Who follows what. */
@ApplicationScoped
public class Follows {

    /** What one account may follow; a digest of more is read by nobody. */
    public static final int MOST = 50;

    // Counted and stored in one statement; two at once may go one over, which harms nobody.
    private static final String ADD = """
            insert into follow (account, kind, code, since)
            select $1, $2, $3, $4
            where (select count(*) from follow where account = $1 and (kind, code) <> ($2, $3)) < $5
            on conflict (account, kind, code) do update set since = follow.since""";

    private final Pool pool;

    Follows(Pool pool) {
        this.pool = pool;
    }

    /** What an account follows, areas first. */
    public Uni<List<Follow>> of(String account) {
        return pool.preparedQuery("select kind, code, since from follow where account = $1 order by kind, code")
                .execute(Tuple.of(account))
                .map(rows -> {
                    List<Follow> follows = new ArrayList<>();
                    rows.forEach(row -> follows.add(new Follow(
                            Follow.Kind.of(row.getString("kind")),
                            row.getString("code"),
                            Objects.requireNonNull(Columns.instant(row, "since")))));
                    return follows;
                });
    }

    /** Follows; again changes nothing. Answers false when the account follows too much already. */
    public Uni<Boolean> add(String account, Follow follow) {
        Tuple tuple = Tuple.tuple()
                .addString(account)
                .addString(follow.kind().word())
                .addString(follow.code())
                .addOffsetDateTime(Columns.at(follow.since()))
                .addInteger(MOST);
        return pool.preparedQuery(ADD).execute(tuple).map(rows -> rows.rowCount() > 0);
    }

    /** Follows no longer; what was not followed changes nothing. */
    public Uni<Void> remove(String account, Follow.Kind kind, String code) {
        return pool.preparedQuery("delete from follow where account = $1 and kind = $2 and code = $3")
                .execute(Tuple.of(account, kind.word(), code))
                .replaceWithVoid();
    }
}
