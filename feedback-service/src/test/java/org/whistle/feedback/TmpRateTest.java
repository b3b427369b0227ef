package org.whistle.feedback;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.*;
import org.apache.kafka.clients.producer.*;
import org.apache.kafka.common.serialization.*;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.*;
import org.whistle.testkit.*;

@QuarkusTest
@WithWhistle(service = "feedback")
class TmpRateTest {
    @Test
    void rate() throws Exception {
        Database db = Database.of("feedback");
        try (KafkaProducer<String, byte[]> p = new KafkaProducer<>(Map.of("bootstrap.servers", Stores.shared().bootstrapServers(), "linger.ms", 5, "buffer.memory", 134217728L), new StringSerializer(), new ByteArraySerializer())) {
            for (int round = 0; round < 3; round++) {
                int n = 20000;
                String grid = "37010299900100" + round;
                List<ProducerRecord<String, byte[]>> recs = new ArrayList<>();
                for (int i = 0; i < n; i++) {
                    Given g = Given.ticket(Instant.now(), grid, "r");
                    for (JournalEvent e : List.of(g.filed(), g.dispatched("water", 0))) {
                        ProducerRecord<String, byte[]> r = new ProducerRecord<>(Topics.JOURNAL, g.ticketId.toString(), WireFormat.write(e));
                        Journal.headers(Journal.newId(), e).forEach((k, v) -> r.headers().add(k, v.getBytes(StandardCharsets.UTF_8)));
                        recs.add(r);
                    }
                }
                long cpu0 = cpu();
                long t = System.nanoTime();
                recs.forEach(p::send);
                p.flush();
                long sent = System.nanoTime();
                while (db.number("select count(*) from loop where grid = ? and state = 'handling'", grid) < n) Thread.sleep(100);
                long end = System.nanoTime();
                System.out.printf("RATE round %d: sent in %.1fs, applied in %.1fs = %.0f tickets/s, jvm cpu %.2f ms/ticket%n", round, (sent - t) / 1e9, (end - t) / 1e9, n / ((end - t) / 1e9), (cpu() - cpu0) / 1e6 / n);
            }
        }
    }
    static long cpu() { return ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime(); }
}
