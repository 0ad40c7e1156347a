-- A public reply by an agent starts the work. Requests that were answered before it did so said "Waiting for support"
-- while it was the customer's turn.
with started as (
  update requests set status = 'in_progress', version = version + 1
  where status = 'waiting_for_support' and "deskSpokeLast"
  returning id
)
insert into events (type, data, at, "requestId")
select
  'request_moved',
  '{"move": "start", "from": "waiting_for_support", "to": "in_progress", "resolution": null}',
  now(),
  id
from started;
