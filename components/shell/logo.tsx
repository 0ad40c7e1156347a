import { fitInto, isWide, logoRoom, type Logo as Picture, pictureAddress } from "@/lib/desk-pictures";

type Props = { logo: Picture; deskName: string };

/** What the desk is recognised by, drawn on the server alone. The name stands beside it, unless the picture holds it. */
export function Logo({ logo, deskName }: Props) {
  const standsAlone = isWide(logo);
  return (
    <>
      {/* biome-ignore lint/performance/noImgElement: it is small, and has been resized already */}
      <img
        src={pictureAddress(logo.hash)}
        alt={standsAlone ? deskName : ""}
        {...fitInto(logo, logoRoom)}
        {...(logo.ground !== "any" && { className: `on-${logo.ground}` })}
      />
      {!standsAlone && <span>{deskName}</span>}
    </>
  );
}
