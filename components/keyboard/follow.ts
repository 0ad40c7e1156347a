/** Goes where a link on the page would, and as it would: see components/shell/navigation.tsx. */
export function follow(href: string): void {
  const link = document.createElement("a");
  link.href = href;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
}
