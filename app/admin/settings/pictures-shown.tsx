import clsx from "clsx";
import { type Favicon, fitInto, isWide, type Logo, logoRoom, pictureAddress } from "@/lib/desk-pictures";
import type { Translator } from "@/lib/messages/translate";

type LogoProps = { t: Translator; logo: Logo; deskName: string };

/** The logo as page headers show it, once on a light and once on a dark ground: its colours are fixed, so that an admin sees both whatever theme they use. */
export function LogoShown({ t, logo, deskName }: LogoProps) {
  return (
    <ul aria-label={t("settings.pictures.now")} className="grid gap-2 sm:grid-cols-2">
      {(["light", "dark"] as const).map(theme => (
        <li
          key={theme}
          className={clsx(
            "grid min-w-0 gap-3 rounded-lg border p-3 text-xs",
            theme === "light"
              ? "border-[#d9d9d4] bg-white text-[#4c4f4b]"
              : "border-[#2f322f] bg-[#191b19] text-[#b9bdb6]",
          )}
        >
          <span className="flex min-w-0 items-center gap-2.5">
            {/* biome-ignore lint/performance/noImgElement: as Logo draws it */}
            <img
              src={pictureAddress(logo.hash)}
              alt={isWide(logo) ? deskName : ""}
              {...fitInto(logo, logoRoom)}
              className={clsx(
                "object-contain",
                logo.ground !== "any" && logo.ground !== theme && "rounded-md p-1",
                logo.ground === "light" && theme === "dark" && "bg-white",
                logo.ground === "dark" && theme === "light" && "bg-bar",
              )}
            />
            {!isWide(logo) && (
              <span
                className={clsx(
                  "truncate font-semibold text-lg",
                  theme === "light" ? "text-[#1b1d1b]" : "text-[#f1f2f0]",
                )}
              >
                {deskName}
              </span>
            )}
          </span>
          {t(`settings.pictures.${theme}`)}
        </li>
      ))}
    </ul>
  );
}

/** In the two sizes that browsers and phones take. */
export function FaviconShown({ t, favicon }: { t: Translator; favicon: Favicon }) {
  return (
    <ul
      aria-label={t("settings.pictures.now")}
      className="flex flex-wrap items-end gap-6 text-ink-soft text-xs"
    >
      <li className="grid gap-2">
        {/* biome-ignore lint/performance/noImgElement: as Logo draws it */}
        <img src={pictureAddress(favicon.hash)} alt="" width={32} height={32} />
        {t("settings.pictures.tab")}
      </li>
      <li className="grid gap-2">
        {/* biome-ignore lint/performance/noImgElement: as Logo draws it */}
        <img
          src={pictureAddress(favicon.large)}
          alt=""
          width={60}
          height={60}
          className="rounded-xl border border-line"
        />
        {t("settings.pictures.phone")}
      </li>
    </ul>
  );
}
