-- Consultations are part of the document; most tickets have none.
create index ticket_consultations on ticket (street)
    where jsonb_array_length(document #> '{proceedings,consultations}') > 0;
