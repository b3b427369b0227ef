package org.whistle.dispatch.draft.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** One file of the district as a draft has it. */
@Entity
@Table(name = "policy_draft_file")
public class DraftFileEntity extends PanacheEntityBase {

    @EmbeddedId
    public DraftFileId id;

    @Column(nullable = false)
    public byte[] content;

    static DraftFileEntity of(UUID draftId, String name, byte[] content) {
        DraftFileEntity file = new DraftFileEntity();
        file.id = DraftFileId.of(draftId, name);
        file.content = content;
        return file;
    }
}
