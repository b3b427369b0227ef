package org.whistle.local.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whistle.local.state.AuditHeads.Head;

class AuditHeadsTest {

    @TempDir
    Path folder;

    private StateDir state;

    @BeforeEach
    void home() {
        state = new StateDir(folder.resolve("home"));
        state.create();
    }

    @Test
    void heads_areRemembered_theLatestOfEachService() {
        AuditHeads.open(state).remember("intake", new Head(3, "00ab"));
        AuditHeads.open(state).remember("dispatch", new Head(7, "ff"));
        AuditHeads.open(state).remember("intake", new Head(9, "cd"));

        AuditHeads later = AuditHeads.open(state);
        assertThat(later.of("intake")).contains(new Head(9, "cd"));
        assertThat(later.of("dispatch")).contains(new Head(7, "ff"));
        assertThat(later.of("feedback")).isEmpty();
    }

    @Test
    void whatIsNoHead_isPassedOver() {
        StateDir.writePrivately(state.data().resolve("audit-heads.properties"), "intake=x y\ndispatch=5\n");

        assertThat(AuditHeads.open(state).of("intake")).isEmpty();
        assertThat(AuditHeads.open(state).of("dispatch")).isEmpty();
    }
}
