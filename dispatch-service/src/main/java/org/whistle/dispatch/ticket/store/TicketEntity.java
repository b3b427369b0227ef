package org.whistle.dispatch.ticket.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.whistle.dispatch.policy.PolicyBook;
import org.whistle.dispatch.ticket.Ticket;

/**
 * A ticket's row as one dispatcher's command sees it: loaded, decided, stored against the version it was loaded with. The
 * journal's consumer writes the same rows, many at a time, through {@link TicketRows}.
 */
@Entity
@Table(name = "ticket")
@DynamicUpdate
public class TicketEntity {

    @Id
    UUID id;

    @Version
    long version;

    @Column(nullable = false, updatable = false)
    String grid;

    @Column(nullable = false)
    String status;

    @Nullable
    String type;

    @Nullable
    String condition;

    @Nullable
    String urgency;

    @Column(name = "urgency_rank", nullable = false)
    int urgencyRank;

    @Nullable
    String lead;

    /** Codes with blanks between them; the column is an array. */
    @Column(nullable = false)
    @ColumnTransformer(read = "array_to_string(departments, ' ')", write = "string_to_array(?, ' ')")
    String departments;

    @Column(nullable = false)
    int round;

    @Nullable
    @Column(name = "queued_since")
    OffsetDateTime queuedSince;

    @Nullable
    @Column(name = "dispatch_due")
    OffsetDateTime dispatchDue;

    @Nullable
    OffsetDateTime due;

    @Column(name = "policy_version", nullable = false)
    String policyVersion;

    @Column(nullable = false)
    @ColumnTransformer(read = "cast(document as text)", write = "cast(cast(? as text) as jsonb)")
    String document;

    /** The state. */
    Ticket ticket() {
        return TicketDocuments.read(document);
    }

    /** Takes over a new state, and with it every column that is part of it. */
    void become(Ticket ticket, PolicyBook policies) {
        TicketColumns columns = TicketColumns.of(ticket, policies);
        status = columns.status();
        type = columns.type();
        condition = columns.condition();
        urgency = columns.urgency();
        urgencyRank = columns.urgencyRank();
        lead = columns.lead();
        departments = String.join(" ", columns.departments());
        round = columns.round();
        queuedSince = utc(columns.queuedSince());
        dispatchDue = utc(columns.dispatchDue());
        due = utc(columns.due());
        policyVersion = columns.policyVersion();
        document = TicketDocuments.write(ticket);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
