package org.whistle.dispatch.ticket.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.whistle.contracts.InstantReader;
import org.whistle.dispatch.ticket.Consultation;
import org.whistle.dispatch.ticket.LegRequest;
import org.whistle.dispatch.ticket.LegState;
import org.whistle.dispatch.ticket.Pause;
import org.whistle.dispatch.ticket.Proceedings;
import org.whistle.dispatch.ticket.ReturnCase;
import org.whistle.dispatch.ticket.Ticket;

/** A ticket's state as the document that is stored; {@code state} names which one it is. */
final class TicketDocuments {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addDeserializer(Instant.class, new InstantReader()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .addMixIn(Ticket.class, States.class)
            .addMixIn(LegState.class, Legs.class)
            .addMixIn(ReturnCase.class, Pure.class)
            .addMixIn(LegRequest.class, PureRequest.class)
            .addMixIn(Consultation.class, PureConsultation.class)
            .addMixIn(Pause.class, PurePause.class)
            .addMixIn(Proceedings.class, Sparse.class)
            .build();
    private static final ObjectReader READER = MAPPER.readerFor(Ticket.class);
    private static final ObjectWriter WRITER = MAPPER.writerFor(Ticket.class);

    private TicketDocuments() {}

    static String write(Ticket ticket) {
        try {
            return WRITER.writeValueAsString(ticket);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Ticket read(String document) {
        try {
            return READER.readValue(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Ticket.Queued.class, name = "queued"),
        @JsonSubTypes.Type(value = Ticket.Dispatched.class, name = "dispatched"),
        @JsonSubTypes.Type(value = Ticket.NotAccepted.class, name = "not-accepted"),
        @JsonSubTypes.Type(value = Ticket.Merged.class, name = "merged"),
        @JsonSubTypes.Type(value = Ticket.Closed.class, name = "closed")
    })
    private interface States {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = LegState.Open.class, name = "open"),
        @JsonSubTypes.Type(value = LegState.Paused.class, name = "paused"),
        @JsonSubTypes.Type(value = LegState.Suspended.class, name = "suspended"),
        @JsonSubTypes.Type(value = LegState.Completed.class, name = "completed")
    })
    private interface Legs {}

    /** What a record derives is not part of the document. */
    @JsonIgnoreProperties("pending")
    private interface Pure {}

    @JsonIgnoreProperties({"pending", "granted"})
    private interface PureRequest {}

    @JsonIgnoreProperties("open")
    private interface PureConsultation {}

    @JsonIgnoreProperties("running")
    private interface PurePause {}

    /** Most tickets have none of it. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private interface Sparse {}
}
