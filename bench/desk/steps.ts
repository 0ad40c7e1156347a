/** SQL that fills a desk, in this order. `:name` is replaced by a number. */
export const steps = {
  // A word's frequency falls with its place (Zipf): where x is spread evenly over 0 to 1, words ^ x is so.
  sentences: `
    create temp table sentences as
    select drawn.place, string_agg(word, ' ' order by random()) as words
    from (
      select 1 + number / 9 as place, floor(power(:words, random()))::int as chosen
      from generate_series(0, :sentences * 9 - 1) as numbers (number)
    ) as drawn
    join dictionary on dictionary.place = drawn.chosen
    group by drawn.place;
    create unique index on sentences (place)`,
  people: `
    create temp table crowd as select place, uuidv7(interval '-400 days') as id from generate_series(1, :people) as crowd (place);
    insert into people (id, email, name, role, "createdAt")
    select id, 'crowd' || place || '@crowd.test', 'Crowd ' || place, 'customer', now() - interval '400 days' from crowd;
    create temp table agents as select place, uuidv7(interval '-500 days') as id from generate_series(1, 20) as agents (place);
    insert into people (id, email, name, role, "createdAt")
    select id, 'agent' || place || '@crowd.test', 'Agent ' || place, 'agent', now() - interval '500 days' from agents`,
  // Half of the requests are spread evenly over the customers, and half by Zipf.
  pile: `
    create temp table types as
    select row_number() over (order by slug) - 1 as place, form_versions.id, slug = 'other-manual-request' as "isPlain"
    from form_versions join request_types on request_types.id = "typeId";
    create temp table drawn as
    select place, now() - interval '365 days' * (1 - place::float / :requests) - interval '1 minute' as at,
           case when random() < 0.5 then floor(power(:people, random())) else 1 + floor(random() * :people) end::int as customer,
           1 + floor(random() * 20)::int as agent, random() as luck, random() as haste,
           1 + floor(random() * :sentences)::int as title, 1 + floor(random() * :sentences)::int as details,
           floor(-ln(1 - random()) * 2.2)::int as comments, floor(random() * 8)::int as type, random() < 0.2 as "isNoted"
    from generate_series(1, :requests) as requests (place);
    create temp table pile as
    select drawn.place, drawn.at, drawn.haste, drawn.comments, drawn."isNoted", uuidv7(drawn.at - now()) as id,
           crowd.id as "personId", agents.id as "agentId", types.id as "formId",
           title.words || ' ' || drawn.place as summary, details.words as details,
           luck < case when drawn.at > now() - interval '30 days' then 0.2 else 0.004 end as "isOpen",
           least(now(), drawn.at + drawn.haste * interval '9 days') as "endAt", luck
    from drawn
    join crowd on crowd.place = customer
    join agents on agents.place = agent
    join types on types.place = type % (select count(*) from types)
    join sentences as title on title.place = drawn.title
    join sentences as details on details.place = drawn.details
    order by drawn.place;
    analyze pile`,
  requests: `
    insert into requests (id, "requesterId", "formVersionId", summary, answers, "searchText", status, "isOpen", "assigneeId",
                          "submissionKey", "createdAt", "lastActivityAt", "waitingSince", "deskSpokeLast", "resolvedAt", resolution, priority)
    select id, "personId", "formId", summary, jsonb_build_object('details', details), details,
           case when not "isOpen" then case when "endAt" > now() - interval '29 days' then 'resolved' else 'closed' end
                else (array['waiting_for_support', 'in_progress', 'waiting_for_customer'])[1 + place % 3] end::"Status",
           "isOpen", case when "isOpen" and place % 4 = 0 then null else "agentId" end, gen_random_uuid(), at, "endAt", "endAt",
           "isOpen" and place % 3 = 2, case when "isOpen" then null else "endAt" end,
           case when "isOpen" then null else (array['done', 'answered', 'duplicate', 'will_not_do'])[1 + place % 4] end::"Resolution",
           (case when place % 25 = 0 then 'urgent' when place % 10 = 1 then 'high' when place % 10 = 2 then 'low' else 'normal' end)::"Priority"
    from pile order by place`,
  members: `
    insert into members ("requestId", "personId", role, "addedAt", "isOpen", "lastActivityAt")
    select id, "personId", 'requester', at, "isOpen", "endAt" from pile;
    insert into members ("requestId", "personId", role, "addedById", "addedAt", "isOpen", "lastActivityAt")
    select pile.id, crowd.id, 'participant', pile."personId", at, "isOpen", "endAt"
    from pile join crowd on crowd.place = 1 + pile.place % :people where pile.place % 20 = 0 and crowd.id <> pile."personId"`,
  comments: `
    create temp table spoken as
    select uuidv7(said - now()) as id, "requestId", said as at, author, "isAgents", word, one, two, "personId"
    from (
      select pile.id as "requestId", at + (round - random()) / comments * ("endAt" - at) as said, "personId",
             case when round % 2 = 1 then "agentId" else "personId" end as author, round % 2 = 1 as "isAgents", pile.place as word,
             1 + floor(random() * :sentences)::int as one, 1 + floor(random() * :sentences)::int as two
      from pile cross join lateral generate_series(1, comments) as rounds (round)
    ) as drawn;
    insert into comments (id, "requestId", "authorId", body, "createdAt")
    select id, "requestId", author, first.words || '. ' || second.words || '.', at
    from spoken
    join sentences as first on first.place = one
    join sentences as second on second.place = two
    order by at`,
  notes: `
    insert into notes (id, "requestId", "authorId", body, "createdAt")
    select uuidv7(at - now()), id, "agentId", words, at
    from pile join sentences on sentences.place = 1 + pile.place % :sentences where "isNoted"`,
  passages: `
    insert into passages ("sourceId", "requestId", "requesterId", folded)
    select id, id, "requesterId", fold(summary || E'\\n' || "searchText") from requests order by id;
    insert into passages ("sourceId", "requestId", "requesterId", folded)
    select spoken.id, spoken."requestId", "personId", fold(body) from spoken join comments on comments.id = spoken.id order by at`,
  events: `
    insert into events (type, data, "actorId", "requestId", "commentId", "noteId", at)
    select type, data, "actorId", "requestId", "commentId", "noteId", at
    from (
      select 'request_submitted' as type, '{}'::jsonb as data, "personId" as "actorId", id as "requestId",
             null::uuid as "commentId", null::uuid as "noteId", at
      from pile
      union all
      select 'comment_posted', '{}', author, "requestId", id, null, at from spoken
      union all
      select 'note_added', '{}', "authorId", "requestId", null, id, "createdAt" from notes where "authorId" in (select id from agents)
      union all
      select 'request_moved', '{"move": "resolve", "from": "in_progress", "to": "resolved", "resolution": "done"}', "agentId", id, null, null, "endAt"
      from pile where not "isOpen"
    ) as told
    order by at`,
  notices: `
    insert into notices ("personId", "requestId", "eventId", kind, "createdAt", "readAt")
    select spoken."personId", spoken."requestId", events.id, 'comment_posted', spoken.at,
           case when spoken.at > now() - interval '30 days' and spoken.word % 3 = 0 then null else spoken.at end
    from spoken join events on events."commentId" = spoken.id
    where spoken."isAgents" order by events.id`,
  files: `
    insert into files (id, name, type, size, sha256, "createdAt", "requestId", "commentId")
    select uuidv7(at - now()), 'export-' || word || '.csv', 'text/csv', 3, '', at, "requestId", id
    from spoken where word % 10 = 0;
    insert into passages ("sourceId", "requestId", "requesterId", folded)
    select files.id, requests.id, "requesterId", folded from files join requests on requests.id = "requestId"`,
  customerNotes: `
    insert into customer_notes (id, "personId", "writerId", "writtenAt", body)
    select uuidv7(interval '-100 days'), crowd.id, agents.id, now() - interval '100 days', words
    from crowd join sentences on sentences.place = 1 + crowd.place % :sentences join agents on agents.place = 1 + crowd.place % 20
    where crowd.place % 10 = 0`,
  vocabulary: `
    insert into vocabulary (word)
    select distinct word
    from (
      select folded from passages union all select folded from notes union all select folded from people
      union all select folded from files union all select folded from customer_notes
    ) as texts
    cross join lateral unnest(words_of(folded)) as word
    where length(word) >= 3`,
  // Emails sent long ago, of which only the row is left.
  deliveries: `
    insert into deliveries (id, "eventId", "personId", "requestId", kind, "to", facts, "from", "messageId", subject, html, text, headers,
                            "renderedAt", state, attempts, "dueAt", "firstTryAt", "createdAt", "sentAt")
    select uuidv7(events.at - now()), events.id, requests."requesterId", requests.id,
           case when type = 'comment_posted' then type else 'request_raised' end,
           people.email, '{}', 'desk@crowd.test', '<' || events.id || '@crowd.test>', 'LDG-' || number, '', '', '{}', events.at, 'sent', 1,
           events.at, events.at, events.at, events.at
    from events
    join requests on requests.id = events."requestId"
    join people on people.id = requests."requesterId"
    where type = 'request_submitted' or (type = 'comment_posted' and events."actorId" <> requests."requesterId")`,
};
