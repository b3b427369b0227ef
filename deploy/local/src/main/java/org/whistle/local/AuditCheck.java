package org.whistle.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumSet;
import org.whistle.district.Role;
import org.whistle.local.identity.Http;
import org.whistle.local.state.AuditHeads;
import org.whistle.local.text.Progress;
import org.whistle.local.text.Text;

/**
 * Asks each service to verify its audit chain, and holds the answer against the heads that were seen before: a database
 * that was put back to an older state is whole in itself, and only somebody who remembers can tell.
 */
public final class AuditCheck {

    private static final String ROW = "%-20s %-16s %14s %12s  %s";
    private static final int SHOWN = 16;

    /** A service reads all it has on record, about a million a minute. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final SystemAccess system;
    private final Progress progress;
    private final AuditHeads heads;

    public AuditCheck(SystemAccess system, Progress progress) {
        this.system = system;
        this.progress = progress;
        this.heads = AuditHeads.open(system.state());
    }

    /** Whether the chain of every service that was started is whole. */
    public boolean verify() {
        progress.line(String.format(ROW, "", "", word("记录", "records"), word("至", "up to"), word("末条哈希", "head")));
        boolean whole = true;
        for (Part part : EnumSet.copyOf(system.parts())) {
            if (part.isService()) {
                whole &= verify(part);
            }
        }
        return whole;
    }

    private boolean verify(Part part) {
        String url = "http://127.0.0.1:" + system.ports().of(part) + "/api/" + part.id() + "/audit/verification"
                + heads.of(part.id())
                        .map(head -> "?seq=" + head.seq() + "&hash=" + head.hash())
                        .orElse("");
        String token = system.token(system.account(Role.ADMINISTRATOR.code()).username());
        try {
            Http.Answer answer = Http.get(url, token, PATIENCE);
            return answer.isSuccess()
                    ? show(part, answer.json())
                    : unanswered(part, answer.status() + " " + answer.body());
        } catch (UncheckedIOException e) {
            return unanswered(part, String.valueOf(e.getCause().getMessage()));
        }
    }

    private boolean show(Part part, JsonNode found) {
        boolean valid = found.path("valid").asBoolean(false);
        long seq = found.path("headSeq").asLong();
        String hash = found.path("headHash").asText();
        progress.line(String.format(
                ROW,
                part.title(),
                valid ? word("完整", "whole") : word("被改动", "BROKEN"),
                found.path("records").asLong(),
                seq,
                hash.length() > SHOWN ? hash.substring(0, SHOWN) : hash));
        if (valid) {
            if (seq > 0) {
                heads.remember(part.id(), new AuditHeads.Head(seq, hash));
            }
        } else {
            progress.line(
                    "    第 " + found.path("firstBrokenSeq").asLong() + " 条："
                            + found.path("fault").asText(),
                    "    record " + found.path("firstBrokenSeq").asLong() + ": "
                            + found.path("fault").asText());
        }
        return valid;
    }

    private String word(String zh, String en) {
        return new Text(zh, en).in(progress.language());
    }

    private boolean unanswered(Part part, String why) {
        progress.line(part.title() + " 没有回答：" + why, part.title() + " gave no answer: " + why);
        return false;
    }
}
