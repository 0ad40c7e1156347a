type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Tells which refused fields hold something better by now, as far as a browser can tell. The server has the last word. */
export function watchRefused(
  form: HTMLFormElement | null,
  errors: Record<string, unknown>,
  tell: (names: ReadonlySet<string>) => void,
): () => void {
  let mended: ReadonlySet<string> = new Set();
  tell(mended);
  function look({ target }: Event) {
    const field = target as Typed;
    if (field.form !== form || !errors[field.name] || mended.has(field.name) || !isBetter(field)) return;
    mended = new Set([...mended, field.name]);
    tell(mended);
  }
  // Behind React's own: drawn again before a field's change is known there, it would get its old text back.
  window.addEventListener("input", look);
  return () => window.removeEventListener("input", look);
}

function isBetter(field: Typed): boolean {
  if (field instanceof HTMLInputElement && ["checkbox", "radio", "file"].includes(field.type)) return true;
  const room = Number(field.dataset.room ?? Number.POSITIVE_INFINITY);
  if (field.value.trim() === "" || field.value.length > room)
    return field.value === "" && !field.ariaRequired;
  return field.checkValidity();
}
