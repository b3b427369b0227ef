package org.whistle.intake.grid.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.OffsetDateTime;

/** The district's files as an administrator last loaded them; one row. */
@Entity
@Table(name = "district")
class DistrictEntity extends PanacheEntityBase {

    /** The only row's id. */
    static final short ONLY = 1;

    @Id
    short id = ONLY;

    @Version
    @Column(nullable = false)
    long version;

    @Column(name = "content_version", nullable = false)
    String contentVersion;

    @Basic(fetch = FetchType.EAGER)
    @Column(nullable = false)
    byte[] archive;

    @Column(name = "loaded_by", nullable = false)
    String loadedBy;

    @Column(name = "loaded_at", nullable = false)
    OffsetDateTime loadedAt;
}
