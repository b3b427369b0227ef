package org.whistle.chassis.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.id.Ids;

/** An entry that waits to be sealed, as a Hibernate Reactive session inserts it; {@code entry} is the database's. */
@Entity
@Table(name = "audit_pending")
public class AuditRow {

    @Id
    UUID id;

    @Column(nullable = false)
    OffsetDateTime at;

    @Column(nullable = false)
    String actor;

    @Nullable
    @Column
    String department;

    @Column(nullable = false)
    String action;

    @Column(name = "subject_type", nullable = false)
    String subjectType;

    @Column(name = "subject_id", nullable = false)
    String subjectId;

    @Column(nullable = false)
    String detail;

    static AuditRow of(AuditEntry entry) {
        AuditRow row = new AuditRow();
        row.id = Ids.next();
        row.at = entry.at().atOffset(ZoneOffset.UTC);
        row.actor = entry.actor();
        row.department = entry.department();
        row.action = entry.action();
        row.subjectType = entry.subjectType();
        row.subjectId = entry.subjectId();
        row.detail = entry.detail();
        return row;
    }
}
