import { Badge } from "./badge";
import { plain } from "./plain";
import { styles } from "./styles";
import { look } from "./theme";
import type { Desk, DeskLogo } from "./types";

/** The desk's logo and name, or the first letter of its name in the accent where it has no logo. */
export function Header({ desk }: { desk: Desk }) {
  const { accent, onAccent } = look(desk.accent);
  const name = { padding: "0 10px", fontSize: "17px", lineHeight: "32px", fontWeight: 650 };
  return (
    <table role="presentation" cellPadding={0} cellSpacing={0} style={{ margin: "0 4px 16px" }}>
      <tbody>
        <tr>
          {desk.logo ? (
            <Logo logo={desk.logo} name={plain(desk.name)} />
          ) : (
            <Badge
              of={plain(desk.name)}
              className="m-accent"
              radius="8px"
              colours={{ backgroundColor: accent, color: onAccent }}
            />
          )}
          {!desk.logo?.standsAlone && (
            <td className="m-text" style={{ ...styles.words, ...name }}>
              {plain(desk.name)}
            </td>
          )}
        </tr>
      </tbody>
    </table>
  );
}

/** Programs that load no pictures show the name of one that stands alone. */
function Logo({ logo, name }: { logo: DeskLogo; name: string }) {
  const { url, width, height, standsAlone, ground } = logo;
  const words = { ...styles.words, margin: 0, fontSize: "17px", fontWeight: 650 };
  return (
    <td valign="middle" className={ground ? undefined : "m-text"} style={words}>
      {/* biome-ignore lint/performance/noImgElement: mail programs know no other */}
      <img
        src={url}
        alt={standsAlone ? name : ""}
        width={width}
        height={height}
        style={{
          display: "block",
          border: 0,
          ...(ground && {
            padding: "4px",
            borderRadius: "6px",
            backgroundColor: ground,
            color: ground === "#ffffff" ? "#000000" : "#ffffff",
          }),
        }}
      />
    </td>
  );
}
