package org.whistle.chassis.photo;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Removes photos that were uploaded and never used, such as those of a report that was given up. */
@ApplicationScoped
class UnusedPhotos {

    private static final Logger LOG = Logger.getLogger(UnusedPhotos.class);

    private final PhotoStore photos;
    private final Duration keep;

    /** @param keep how long an unused photo is kept; a phone without network may send its report much later */
    UnusedPhotos(
            PhotoStore photos,
            @ConfigProperty(name = "whistle.photo.keep-unused", defaultValue = "P7D") Duration keep) {
        this.photos = photos;
        this.keep = keep;
    }

    @Scheduled(every = "1h", delayed = "15m")
    Uni<Void> clean() {
        return photos.purgeUnbound(Clock.systemUTC().instant().minus(keep))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("unused photos could not be removed: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
