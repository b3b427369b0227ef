package org.whistle.intake.report.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;

/** Notes which reports hide who reported. */
final class Whistleblowers {

    private Whistleblowers() {}

    /** All of a batch at once; most batches have none. */
    static Uni<Void> keep(SqlConnection tx, List<NewReport> reports) {
        List<NewReport> hidden = reports.stream()
                .filter(report -> report.disclosure().whistleblower() != null)
                .toList();
        if (hidden.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery(
                        "insert into whistleblower (report_id, about) select * from unnest($1::uuid[], $2::text[])")
                .execute(Tuple.tuple()
                        .addArrayOfUUID(
                                hidden.stream().map(report -> report.row().id()).toArray(UUID[]::new))
                        .addArrayOfString(hidden.stream()
                                .map(report ->
                                        report.disclosure().whistleblower().about())
                                .toArray(String[]::new)))
                .replaceWithVoid();
    }
}
