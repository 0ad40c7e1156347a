-- The language that a person has chosen is none until they choose one: their browser's holds, and then the desk's.
-- Those who had the default can have chosen it, which nobody can tell.
alter table people alter column language drop default, alter column language drop not null;
update people set language = null where language = 'en-GB';

-- Mails to who signs up speak the language that their browser asked for.
alter table sign_ups add column language text;
