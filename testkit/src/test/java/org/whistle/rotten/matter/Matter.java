package org.whistle.rotten.matter;

import io.vertx.core.Vertx;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.whistle.rotten.matter.web.MatterResource;
import org.whistle.rotten.partner.Partner;

/** A domain that knows everybody. */
public record Matter(
        Vertx vertx,
        Class<Entity> entity,
        MatterResource resource,
        ConsumerRecord<String, byte[]> kafka,
        jakarta.ws.rs.core.UriInfo uri,
        Partner partner) {

    public LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }
}
