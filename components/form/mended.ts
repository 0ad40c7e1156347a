type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Tells which refused fields hold something better by now, as far as a browser can tell. The server has the last word.
 * What has changed since it was sent counts, too: people are faster than a slow line brings this script.
 */
export function watchRefused(
  form: HTMLFormElement | null,
  sent: FormData | null,
  errors: Record<string, unknown>,
  tell: (names: ReadonlySet<string>) => void,
): () => void {
  // The page may have gone before this script came.
  if (!form) return () => {};
  const isMended = (field: Typed) =>
    field.form === form && field.name !== "" && errors[field.name] && isBetter(field);
  const fields = form.querySelectorAll<Typed>("input, textarea, select");
  const changed = sent ? [...fields].filter(field => isMended(field) && isChanged(field, sent)) : [];
  let mended: ReadonlySet<string> = new Set(changed.map(({ name }) => name));
  tell(mended);
  function look({ target }: Event) {
    const field = target as Typed;
    if (mended.has(field.name) || !isMended(field)) return;
    mended = new Set([...mended, field.name]);
    tell(mended);
  }
  // Behind React's own: drawn again before a field's change is known there, it would get its old text back.
  window.addEventListener("input", look);
  return () => window.removeEventListener("input", look);
}

function isChanged(field: Typed, sent: FormData): boolean {
  if (field.type === "file") return false;
  if (field.type === "checkbox" || field.type === "radio")
    return (field as HTMLInputElement).checked !== sent.getAll(field.name).includes(field.value);
  return field.value !== (sent.get(field.name) ?? "");
}

function isBetter(field: Typed): boolean {
  if (field instanceof HTMLInputElement && ["checkbox", "radio", "file"].includes(field.type)) return true;
  const room = Number(field.dataset.room ?? Number.POSITIVE_INFINITY);
  if (field.value.trim() === "" || field.value.length > room)
    return field.value === "" && !field.ariaRequired;
  return field.checkValidity();
}
