-- Words of tickets, to be found by any part of them. Apart from the ticket, whose row changes with every step of its life:
-- the index over its words would be written anew each time. Pairs of characters, because Chinese has no blanks between
-- words and most of what people look for has two characters, fewer than a trigram.
create table ticket_words (
    ticket_id uuid             not null primary key,
    grid      text collate "C" not null,
    filed_at  timestamptz      not null,
    words     text             not null
);

-- Every two characters that follow one another, small letters for capitals; of one character none.
create function word_pairs(words text) returns text[] language sql immutable strict parallel safe
    return array(select distinct substr(lower(words), i, 2) from generate_series(1, length(words) - 1) as s (i));

create function ticket_words(summary text, address text) returns text language sql immutable parallel safe
    return lower(summary || coalesce(chr(10) || address, ''));

create function ticket_words_keep() returns trigger language plpgsql as $$
begin
    insert into ticket_words (ticket_id, grid, filed_at, words)
    select id, grid, filed_at, ticket_words(summary, address) from come
    on conflict (ticket_id) do update set grid = excluded.grid, filed_at = excluded.filed_at, words = excluded.words;
    return null;
end $$;
create trigger ticket_words_come after insert on ticket referencing new table as come
    for each statement execute function ticket_words_keep();

create function ticket_words_change() returns trigger language plpgsql as $$
begin
    update ticket_words set grid = new.grid, filed_at = new.filed_at, words = ticket_words(new.summary, new.address)
    where ticket_id = new.id;
    return null;
end $$;
-- They stay the same through nearly all of a ticket's life.
create trigger ticket_words_changed after update on ticket for each row
    when (old.summary is distinct from new.summary or old.address is distinct from new.address
          or old.grid is distinct from new.grid or old.filed_at is distinct from new.filed_at)
    execute function ticket_words_change();

insert into ticket_words (ticket_id, grid, filed_at, words)
select id, grid, filed_at, ticket_words(summary, address) from ticket;

create index ticket_words_pairs on ticket_words using gin (word_pairs(words));
create index ticket_words_filed on ticket_words (filed_at desc, ticket_id desc);
-- By the beginning of the number.
create index ticket_no_begins on ticket (ticket_no text_pattern_ops);
drop index ticket_no;
