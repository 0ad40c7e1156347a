/**
 * Closes an open menu that the focus has gone on from. The browser closes one on Escape and on a click elsewhere, but not when
 * somebody tabs out of it, and it would lie over what they came to.
 */
export function closeMenuBehind({ target }: FocusEvent): void {
  const open = document.querySelector<HTMLElement>(".menu > :popover-open");
  if (open && !open.parentElement?.contains(target as Node)) open.hidePopover();
}
