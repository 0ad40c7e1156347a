import { useEffect, useState } from "react";

const pauseMs = 200;

type Fetched<Row> = { of: string; rows: Row[] };

/**
 * The rows that an address of ours answers, once typing pauses; none without an address, and until then the ones before,
 * or none where those could mislead.
 */
export function useFetchedRows<Row>(address: string, { isExact = false } = {}): Row[] {
  const [fetched, setFetched] = useState<Fetched<Row>>({ of: "", rows: [] });
  useEffect(() => {
    if (address === "") return setFetched({ of: "", rows: none as Row[] });
    const outdated = new AbortController();
    const timer = window.setTimeout(async () => {
      const { signal } = outdated;
      const response = await fetch(address, { signal }).catch(() => null);
      const found = response?.ok ? await response.json().catch(() => none) : none;
      if (!signal.aborted) setFetched({ of: address, rows: found });
    }, pauseMs);
    return () => {
      window.clearTimeout(timer);
      outdated.abort();
    };
  }, [address]);
  return isExact && fetched.of !== address ? (none as Row[]) : fetched.rows;
}

const none: unknown[] = [];
