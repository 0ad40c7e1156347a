import type { DraftFields } from "@/lib/drafts/places";
import type { FormDraft } from "@/lib/form/form-state";

export type DraftNews = "saved" | "unsaved" | "unreachable" | null;

export type DraftKeeper = {
  /** Saves pending changes after a save in progress; false if the desk is unreachable. */
  settle: () => Promise<boolean>;
  /** Suspends saving while the form is sent, so that the sent text is not saved as a draft again. */
  hold: () => void;
  /** Resumes after sending; a sent form has no draft. */
  release: (isSent: boolean) => void;
  /** Typed in this tab earlier, but never saved. */
  leftover: DraftFields | null;
  putBack: () => void;
  stop: () => void;
};

const prefix = "lodge-draft:";
const pause = 1_000;
const longest = 5_000;

/** Saves a form while it is filled in. What cannot be saved is kept in this tab, for the same person only. */
export function keepDraft(
  form: HTMLFormElement,
  { person, place, names, kept }: FormDraft,
  tell: (news: DraftNews) => void,
): DraftKeeper {
  const mine = `${prefix}${person}:`;
  const key = mine + place;
  const tab = storage();
  for (const other of Object.keys(tab ?? {}))
    if (other.startsWith(prefix) && !other.startsWith(mine)) tab?.removeItem(other);

  let timer: ReturnType<typeof setTimeout> | undefined;
  let typedAt = 0;
  let isHeld = false;
  let lately = Promise.resolve(true);
  const left = JSON.parse(tab?.getItem(key) ?? "null") as DraftFields | null;
  // After Back, this page may load before the save it sent on leaving has arrived. Usually it has, so compare.
  const leftover = left && isSameAs(kept?.fields, left) ? null : left;
  if (!leftover) tab?.removeItem(key);

  async function send(keepalive = false): Promise<boolean> {
    clearTimeout(timer);
    if (!typedAt) return true;
    const since = typedAt;
    typedAt = 0;
    const fields = fieldsOf(form, names);
    const answer = await fetch("/api/drafts", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ person, place, fields }),
      keepalive,
      signal: AbortSignal.timeout(10_000),
    }).catch(() => null);
    if (answer?.ok) tab?.removeItem(key);
    else {
      typedAt ||= since;
      keepHere(fields);
    }
    tell(answer?.ok ? "saved" : "unsaved");
    return answer !== null;
  }

  const save = () => {
    lately = lately.then(() => send());
    return lately;
  };
  function plan() {
    clearTimeout(timer);
    if (!isHeld) timer = setTimeout(save, Math.max(0, Math.min(pause, typedAt + longest - Date.now())));
  }
  function typed() {
    typedAt ||= Date.now();
    plan();
  }
  function keepHere(fields: DraftFields) {
    try {
      tab?.setItem(key, JSON.stringify(fields));
    } catch {
      // Storage is full: the text exists only in the page.
    }
  }
  function leave() {
    if (typedAt && !isHeld) {
      keepHere(fieldsOf(form, names));
      send(true);
    }
  }
  function submitted(event: SubmitEvent) {
    // Discarding: do not save again on leaving.
    if ((event.target as HTMLElement).dataset.afresh === place) {
      typedAt = 0;
      isHeld = true;
      clearTimeout(timer);
      tab?.removeItem(key);
    }
  }
  const again = () => typedAt && plan();
  form.addEventListener("input", typed);
  addEventListener("pagehide", leave);
  addEventListener("online", again);
  document.addEventListener("submit", submitted);
  // Text may have been typed before this script was loaded.
  if (isTouched(form, names)) typed();
  return {
    leftover,
    settle: save,
    hold() {
      isHeld = true;
      clearTimeout(timer);
    },
    release(isSent) {
      isHeld = false;
      if (isSent) typedAt = 0;
      again();
    },
    putBack() {
      if (leftover) fill(form, names, leftover);
      typed();
    },
    stop() {
      leave();
      clearTimeout(timer);
      form.removeEventListener("input", typed);
      removeEventListener("pagehide", leave);
      removeEventListener("online", again);
      document.removeEventListener("submit", submitted);
    },
  };
}

/** This tab's storage; null if the browser forbids it. */
function storage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

/** The values of the fields that a draft stores. */
function fieldsOf(form: HTMLFormElement, names: string[]): DraftFields {
  const data = new FormData(form);
  const fields: DraftFields = {};
  for (const name of names) {
    const values = data.getAll(name).map(String);
    const [first] = values;
    if (first !== undefined) fields[name] = values.length > 1 ? values : first;
  }
  return fields;
}

const inputsOf = (form: HTMLFormElement, names: string[]) =>
  [...(form.elements as unknown as Iterable<HTMLInputElement>)].filter(({ name }) => names.includes(name));

function isTouched(form: HTMLFormElement, names: string[]): boolean {
  return inputsOf(form, names).some(
    input => input.value !== (input.defaultValue ?? input.value) || input.checked !== input.defaultChecked,
  );
}

/** Whether the saved draft has all values of those fields it stores. */
function isSameAs(kept: DraftFields | undefined, fields: DraftFields): boolean {
  return (
    Boolean(kept) && Object.entries(kept ?? {}).every(([name, value]) => `${fields[name]}` === `${value}`)
  );
}

function fill(form: HTMLFormElement, names: string[], fields: DraftFields): void {
  for (const input of inputsOf(form, names)) {
    const values = [fields[input.name] ?? []].flat();
    if (input.type === "radio" || input.type === "checkbox") input.checked = values.includes(input.value);
    else {
      input.value = values[0] ?? "";
      // Updates the form's character counter.
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
}
