package org.whistle.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.whistle.district.Role;
import org.whistle.local.identity.Http;
import org.whistle.local.text.LocalException;
import org.whistle.local.text.Progress;
import org.whistle.local.text.Text;

/** Has feedback-service rebuild the numbers from the journal, waits for it, and shows what was found. */
public final class NumbersRebuild {

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int SHOWN = 20;

    private final SystemAccess system;
    private final Progress progress;
    private final String url;
    private int shown;

    public NumbersRebuild(SystemAccess system, Progress progress) {
        this.system = system;
        this.progress = progress;
        this.url = "http://127.0.0.1:" + system.ports().of(Part.FEEDBACK) + "/api/feedback/sla/rebuild";
    }

    /**
     * Runs one to its end.
     *
     * @param repair whether what differs is put right, or only told
     * @return whether the numbers are now what the journal says, as far as it has the tickets
     * @throws LocalException when it could not be begun, or failed
     */
    public boolean run(boolean repair) throws InterruptedException {
        Http.Answer begun = Http.json("POST", url, token(), Map.of("repair", repair));
        if (!begun.isSuccess()) {
            throw new LocalException(new Text(
                    "无法开始重建：" + begun.status() + " " + begun.body(),
                    "the rebuild could not be begun: " + begun.status() + " " + begun.body()));
        }
        String id = begun.json().path("id").asText();
        JsonNode found = begun.json();
        String last = "";
        while (found.path("state").asText().equals("running")) {
            Thread.sleep(LOOK);
            found = look(id, found);
            String now = phase(found);
            if (!now.equals(last)) {
                progress.line("  " + now);
                last = now;
            }
        }
        if (!found.path("state").asText().equals("done")) {
            String why = found.path("error").asText();
            throw new LocalException(new Text("重建失败：" + why, "the rebuild failed: " + why));
        }
        return show(found);
    }

    /** The service may be restarting: it goes on by itself, and so does the waiting. */
    private JsonNode look(String id, JsonNode before) {
        try {
            Http.Answer answer = Http.get(url + "/" + id, token());
            return answer.isSuccess() ? answer.json() : before;
        } catch (UncheckedIOException e) {
            return before;
        }
    }

    private String token() {
        return system.token(system.account(Role.OPERATOR.code()).username());
    }

    private String phase(JsonNode found) {
        String phase = found.path("phase").asText();
        Text words =
                switch (phase) {
                    case "reading" -> new Text("读取日志 " + read(found), "reading the journal " + read(found));
                    case "comparing" -> new Text("比对", "comparing");
                    case "settling" -> new Text("逐件核实差异", "looking at what differs");
                    case "counting" -> new Text("重新计数", "counting anew");
                    default -> new Text("完成", "finished");
                };
        return words.in(progress.language());
    }

    private static String read(JsonNode found) {
        return found.path("journal").path("read").asLong() + " / "
                + found.path("journal").path("total").asLong();
    }

    private boolean show(JsonNode found) {
        JsonNode tickets = found.path("tickets");
        JsonNode facts = found.path("facts");
        long differing = facts.path("found").asLong();
        long repaired = facts.path("repaired").asLong();
        long unsettled = facts.path("unsettled").asLong();
        long counts = found.path("counts").path("differences").asLong();
        boolean repair = found.path("repair").asBoolean();
        progress.line(
                "重建的工单 " + tickets.path("rebuilt").asLong(),
                "tickets rebuilt: " + tickets.path("rebuilt").asLong());
        left(tickets.path("incomplete"), "日志不完整、保持原样的工单", "tickets the journal does not have whole, left as they are");
        left(tickets.path("notOnJournal"), "日志中没有、保持原样的工单", "tickets not on the journal, left as they are");
        if (found.path("journal").path("lost").asLong() > 0) {
            long lost = found.path("journal").path("lost").asLong();
            progress.line("日志开头已删除的记录 " + lost, "records removed from the journal's beginning: " + lost);
        }
        progress.line(
                "与日志不符的记录：" + (differing + repaired + unsettled) + "，已更正 " + repaired + "，未能核实 " + unsettled,
                "facts that differ from the journal: " + (differing + repaired + unsettled) + ", put right " + repaired
                        + ", never at rest " + unsettled);
        facts.path("first").forEach(fact -> {
            if (shown++ < SHOWN) {
                progress.line("    " + fact.path("ticketId").asText() + " "
                        + fact.path("fact").asText() + " " + fact.path("kept") + " → " + fact.path("journal"));
            }
        });
        progress.line(
                "与记录不符的计数：" + counts + (repair && counts > 0 ? "，已更正" : ""),
                "counts that differ from the facts: " + counts + (repair && counts > 0 ? ", put right" : ""));
        return unsettled == 0 && (repair || differing + counts == 0);
    }

    private void left(JsonNode left, String zh, String en) {
        long count = left.path("count").asLong();
        if (count > 0) {
            progress.line(zh + " " + count, en + ": " + count);
        }
    }
}
