import clsx from "clsx";
import { Icon } from "@/components/ui/icon";
import { type FileView, sizeOf } from "@/lib/form/file-view";
import type { Translator } from "@/lib/messages/translate";

const linkClass =
  "text-accent-text underline decoration-accent-line underline-offset-2 hover:decoration-current";

type Props = { t: Translator; files: FileView[]; className?: string };

/** Files that were attached: pictures small, and large on wish; everything else by its name. */
export function Files({ t, files, className }: Props) {
  if (files.length === 0) return null;
  return (
    <ul className={clsx("flex flex-wrap items-start gap-3", className)}>
      {files.map(file => (
        <li
          key={file.id}
          className="min-w-0 max-w-full rounded-lg border border-line bg-surface p-2 text-sm leading-6"
        >
          {file.width !== null && file.height !== null && <Picture t={t} file={file} />}
          <span className="wrap-anywhere flex items-start gap-1.5">
            <Icon name="paperclip" className="mt-1 size-4 text-ink-faint" />
            <span>
              <a href={`/api/files/${file.id}`} download={file.name} className={linkClass}>
                <bdi>{file.name}</bdi>
              </a>{" "}
              <span className="whitespace-nowrap text-ink-faint">({sizeOf(file.size, t.language)})</span>
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Picture({ t, file: { id, name, width, height } }: { t: Translator; file: FileView }) {
  return (
    <details className="group mb-1.5">
      <summary className="w-fit rounded">
        <span className="sr-only">{t("attachments.picture")} </span>
        {/* biome-ignore lint/performance/noImgElement: its bytes come by the reader's rights, and nothing resizes them */}
        <img
          src={`/api/files/${id}`}
          alt={name}
          width={width ?? undefined}
          height={height ?? undefined}
          loading="lazy"
          className="h-28 w-auto max-w-full rounded border border-line bg-sunken object-contain group-open:h-auto group-open:max-h-[80vh]"
        />
      </summary>
    </details>
  );
}
