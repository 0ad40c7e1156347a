/** What every agent of the story can insert into an answer. */
export const cannedReplies = [
  {
    name: "Ask for a screenshot",
    keywords: "picture error",
    body: "Hello {{customer.first_name}},\n\ncould you send us a screenshot of what you see? You can add it right here: {{request.link}}",
  },
  {
    name: "Known problem",
    keywords: "bug outage",
    body: "Hello {{customer.first_name}},\n\nthanks for telling us. We know about this problem and are working on it. We’ll write to you here as soon as it is fixed.",
  },
  {
    name: "All done",
    keywords: "resolve thanks",
    body: "Hello {{customer.first_name}},\n\nthis is done. If anything is still not right, just reply and {{request.reference}} is open again.\n\n{{agent.name}}, {{desk.name}}",
  },
];
