type Target = {
  /** Processor time as a multiple of the bare app's. */
  most?: number;
  aim?: number;
  /** Bytes before compression. */
  html: number;
};

const page = (html: number, most?: number, aim?: number): Target => ({ html, most, aim });

/** What pages may cost. `bench/budget.json` holds what they cost now, where nothing timed is concerned. */
export const targets = {
  pages: {
    "an empty page": page(30_000),
    "sign-in": page(30_000, 1.75, 1.5),
    "the catalog": page(30_000, 2.25, 1.75),
    "a form": page(30_000, 2.25, 1.75),
    "a customer's list": page(60_000, 3, 2),
    "a customer's request": page(60_000, 3, 2.5),
    "the queue": page(90_000, 3, 2),
    "an agent's request": page(60_000, 3, 2.5),
    "a search that hits": page(60_000, 3.5, 2.5),
    "a search that misses": page(60_000, 3.5, 2.5),
    "an agent's search that hits": page(90_000, 3.5, 2.5),
    "an agent's search that misses": page(90_000, 3.5, 2.5),
    "sign-in in German": page(30_000),
    "a bulk confirmation": page(60_000),
    "raising for a customer": page(60_000),
    "an agent's canned replies": page(60_000),
    "an agent's saved views": page(60_000),
    "what reaches an agent": page(60_000),
    "an agent's shortcuts": page(60_000),
    administration: page(60_000),
    "the desk's people": page(60_000),
    "the desk's tags": page(60_000),
    "the desk's teams": page(60_000),
    "the desk's organisations": page(60_000),
    "an organisation": page(60_000),
    "an organisation's requests": page(60_000),
  } as Record<string, Target>,
  /** Bytes: flight may be the JSON of what the page shows and this much more. */
  flightBeyondShown: 8_000,
  /** MiB. */
  memory: { idle: 300, busy: 450 },
};
