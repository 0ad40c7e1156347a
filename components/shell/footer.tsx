"use client";

import { fill, useTexts } from "@/components/messages/browser-texts";

type Props = { deskName: string; links?: { href: string; label: string }[] };

export function Footer({ deskName, links = [] }: Props) {
  const texts = useTexts();
  return (
    <footer className="footer">
      <div>
        <p>{fill(texts.footer, { desk: deskName })}</p>
        {links.length > 0 && (
          <nav aria-label={texts["footer.links"]}>
            <ul>
              {links.map(({ href, label }) => (
                <li key={href}>
                  <a href={href}>{label}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </footer>
  );
}
