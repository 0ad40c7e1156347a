import clsx from "clsx";
import { Icon } from "@/components/ui/icon";
import type { ToldFiles } from "./tell-files";

/** Files that were attached: pictures small, and large on wish; everything else by its name. */
export function Files({ files: { list, picture }, className }: { files: ToldFiles; className?: string }) {
  if (list.length === 0) return null;
  return (
    <ul className={clsx("files", className)}>
      {list.map(({ id, name, size, href, width, height }) => (
        <li key={id}>
          {width !== undefined && (
            <details>
              <summary>
                <span className="sr-only">{picture} </span>
                {/* biome-ignore lint/performance/noImgElement: its bytes come by the reader's rights, and nothing resizes them */}
                <img src={href} alt={name} width={width} height={height} loading="lazy" />
              </summary>
            </details>
          )}
          <span>
            <Icon name="paperclip" />
            <span>
              <a href={href} download={name} className="link">
                <bdi>{name}</bdi>
              </a>{" "}
              <small>{size}</small>
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
