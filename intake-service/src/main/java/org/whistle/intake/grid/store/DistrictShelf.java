package org.whistle.intake.grid.store;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.audit.AuditEntry;
import org.whistle.chassis.audit.AuditTrail;
import org.whistle.chassis.problem.CommonProblem;
import org.whistle.chassis.problem.FieldProblem;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.store.Transactions;
import org.whistle.chassis.web.Versions;
import org.whistle.district.District;
import org.whistle.district.DistrictException;
import org.whistle.intake.grid.Gazetteer;

/** Takes a new district from an administrator: checked as a whole, then kept, then used. */
@ApplicationScoped
public class DistrictShelf {

    private final Transactions transactions;
    private final Districts districts;
    private final Clock clock;
    private final AuditTrail audit;

    DistrictShelf(Transactions transactions, Districts districts, Clock clock, AuditTrail audit) {
        this.transactions = transactions;
        this.districts = districts;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Puts a district in the place of the present one.
     *
     * @param zip archive of the district's folder
     * @param expected whether the caller knows the version that is there; null when they named none
     * @return what is there now; fails with 422 naming what is wrong with the files, 428 when no version was named
     *     though another district is there, 412 when the version is another
     */
    public Uni<Put> put(byte[] zip, @Nullable LongPredicate expected, String account) {
        Context context = Vertx.currentContext();
        return Uni.createFrom()
                .item(() -> read(zip))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                // A Hibernate Reactive session lives on the request's own context.
                .emitOn(task -> context.runOnContext(ignored -> task.run()))
                .chain(district -> transactions.inSession(() -> store(zip, district, expected, account)))
                .invoke(put -> districts.use(put.district()));
    }

    private Uni<Put> store(byte[] zip, District district, @Nullable LongPredicate expected, String account) {
        return DistrictEntity.<DistrictEntity>findById(DistrictEntity.ONLY).chain(present -> {
            if (present == null) {
                if (expected != null) {
                    throw Versions.stale();
                }
                DistrictEntity first = new DistrictEntity();
                fill(first, zip, district, account);
                return keep(first, district).map(kept -> new Put(loaded(kept, district), true));
            }
            if (expected != null && !expected.test(present.version)) {
                throw Versions.stale();
            }
            if (present.contentVersion.equals(district.version())) {
                return Uni.createFrom().item(new Put(loaded(present, district), false));
            }
            if (expected == null) {
                throw ProblemException.of(CommonProblem.VERSION_REQUIRED);
            }
            fill(present, zip, district, account);
            return keep(present, district).map(kept -> new Put(loaded(kept, district), false));
        });
    }

    private Uni<DistrictEntity> keep(DistrictEntity entity, District district) {
        AuditEntry entry = AuditEntry.of(
                entity.loadedAt.toInstant(),
                entity.loadedBy,
                null,
                "district-loaded",
                "district",
                district.version(),
                new JsonObject());
        return audit.append(List.of(entry)).chain(() -> entity.persistAndFlush());
    }

    private void fill(DistrictEntity entity, byte[] zip, District district, String account) {
        entity.contentVersion = district.version();
        entity.archive = zip;
        entity.loadedBy = account;
        entity.loadedAt = clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static LoadedDistrict loaded(DistrictEntity entity, District district) {
        return new LoadedDistrict(
                entity.version, new Gazetteer(district), entity.loadedBy, entity.loadedAt.toInstant());
    }

    private static District read(byte[] zip) {
        try {
            return District.read(zip);
        } catch (DistrictException e) {
            throw ProblemException.faulty(
                    CommonProblem.DISTRICT_FAULTY,
                    e.problems().stream()
                            .map(fault -> new FieldProblem(fault.place(), fault.messageZh(), fault.messageEn()))
                            .toList());
        }
    }

    /**
     * What a change led to.
     *
     * @param created whether there was no district before
     */
    public record Put(LoadedDistrict district, boolean created) {}
}
