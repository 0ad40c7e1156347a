const path = "/api/notices/panel";
const freshMs = 5_000;

type Tell = (unread: number) => void;
type Opened = { element: HTMLDivElement; wasOpen: boolean };

const panels = new WeakMap<HTMLElement, Opened>();
let asked: { at: number; html: Promise<string> } | undefined;

/** Fetched when somebody points at the bell, and again once that is some seconds ago. */
function fetchPanel(): Promise<string> {
  if (asked && performance.now() - asked.at < freshMs) return asked.html;
  const html = fetch(path).then(response => {
    if (!response.ok) throw new Error(`${response.status}`);
    return response.text();
  });
  asked = { at: performance.now(), html };
  html.catch(() => {
    asked = undefined;
  });
  return html;
}

/** Makes the panel of a bell and has it fetched. */
export function prepare(bell: HTMLAnchorElement, tell: Tell): Opened {
  void fetchPanel().catch(() => undefined);
  const made = panels.get(bell);
  if (made) return made;
  const element = document.createElement("div");
  element.className = "bell-panel menu-panel";
  element.popover = "auto";
  element.role = "dialog";
  element.tabIndex = -1;
  const opened: Opened = { element, wasOpen: false };
  panels.set(bell, opened);
  bell.after(element);
  bell.ariaHasPopup = "dialog";
  bell.ariaExpanded = "false";
  // By the time of the click, the browser has closed what was open.
  bell.addEventListener("pointerdown", () => {
    opened.wasOpen = isOpen(element);
  });
  element.addEventListener("toggle", () => {
    bell.ariaExpanded = String(isOpen(element));
  });
  element.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !element.contains(relatedTarget)) element.hidePopover();
  });
  element.addEventListener("keydown", move);
  element.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element)) return;
    const button = target.closest("button");
    if (button) void readAll(element, button, tell);
    else if (target.closest("a")) element.hidePopover();
  });
  return opened;
}

const isOpen = (element: Element) => element.matches(":popover-open");

/** Opens the panel of a bell, or closes it. Where it cannot be fetched, the page takes its place. */
export function toggle(bell: HTMLAnchorElement, tell: Tell): void {
  const opened = prepare(bell, tell);
  const { element, wasOpen } = opened;
  opened.wasOpen = false;
  if (wasOpen || isOpen(element)) {
    element.hidePopover();
    return;
  }
  element.ariaLabel = bell.ariaLabel;
  element.ariaBusy = "true";
  element.replaceChildren();
  element.showPopover({ source: bell });
  element.focus({ preventScroll: true });
  fetchPanel().then(
    html => {
      element.innerHTML = html;
      element.ariaBusy = null;
    },
    () => isOpen(element) && location.assign(bell.href),
  );
}

/** Up and down go from request to request. */
function move(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const links = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>("a")];
  const next = links.indexOf(document.activeElement as HTMLElement) + step;
  links.at(Math.max(0, Math.min(next, links.length - 1)))?.focus();
}

async function readAll(element: HTMLElement, button: HTMLButtonElement, tell: Tell): Promise<void> {
  button.disabled = true;
  const response = await fetch(path, { method: "POST", body: button.value }).catch(() => null);
  // The page says what is wrong.
  if (!response?.ok) return location.assign("/notifications");
  asked = undefined;
  tell(Number(await response.text()));
  element.focus({ preventScroll: true });
  const html = await fetchPanel().catch(() => null);
  if (html !== null) element.innerHTML = html;
}
