package org.whistle.dispatch.draft.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Which file of which draft. */
@Embeddable
public class DraftFileId implements Serializable {

    private static final long serialVersionUID = 1L;

    @Column(name = "draft_id")
    public UUID draftId;

    public String name;

    static DraftFileId of(UUID draftId, String name) {
        DraftFileId id = new DraftFileId();
        id.draftId = draftId;
        id.name = name;
        return id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DraftFileId that && draftId.equals(that.draftId) && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(draftId, name);
    }
}
