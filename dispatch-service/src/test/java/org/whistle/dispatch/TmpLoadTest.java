package org.whistle.dispatch;

import io.quarkus.test.junit.QuarkusTest;
import java.util.*;
import org.apache.kafka.clients.producer.*;
import org.apache.kafka.common.serialization.*;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.*;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.testkit.*;

@QuarkusTest
@WithWhistle(service = "dispatch")
class TmpLoadTest extends ServiceTest {
    @Test
    void load() throws Exception {
        Database db = Database.of("dispatch");
        for (int round = 0; round < 3; round++) {
            long before = db.number("select count(*) from ticket");
            int n = 8000;
            long t0 = System.nanoTime();
            try (KafkaProducer<String, byte[]> p = new KafkaProducer<>(Map.of("bootstrap.servers", Stores.shared().bootstrapServers(), "linger.ms", 5), new StringSerializer(), new ByteArraySerializer())) {
                for (int i = 0; i < n; i++) {
                    ReportFiled r = new ReportFiledBuilder().build();
                    ProducerRecord<String, byte[]> rec = new ProducerRecord<>(Topics.JOURNAL, r.ticketId().toString(), WireFormat.write(r));
                    Journal.headers(Journal.newId(), r).forEach((k, v) -> rec.headers().add(k, v.getBytes()));
                    p.send(rec);
                }
                p.flush();
            }
            long t1 = System.nanoTime();
            while (db.number("select count(*) from ticket") < before + n) { java.util.concurrent.locks.LockSupport.parkNanos(50_000_000L); }
            long t2 = System.nanoTime();
            while (db.number("select count(*) from outbox") > 0) { java.util.concurrent.locks.LockSupport.parkNanos(50_000_000L); }
            long t3 = System.nanoTime();
            System.out.printf("LOAD produce %d ms, tickets %d ms, outbox empty %d ms => %.0f/s%n", (t1 - t0) / 1000000, (t2 - t0) / 1000000, (t3 - t0) / 1000000, n / ((t3 - t0) / 1e9));
        }
        org.whistle.dispatch.worktime.WorkingTime w = new org.whistle.dispatch.worktime.WorkingTime(Districts.SAMPLE);
        org.whistle.district.Limit l = new org.whistle.district.Limit(5, org.whistle.district.LimitUnit.WD);
        long x = 0;
        for (int r = 0; r < 5; r++) { long a = System.nanoTime(); for (int i = 0; i < 200000; i++) x += w.plus(MONDAY_NINE.plusSeconds(i * 60L), l, "power").getEpochSecond(); System.out.println("LOAD plus ns " + (System.nanoTime() - a) / 200000 + " " + (x & 1)); }
    }
}
