"use client";

import { useRouter } from "next/navigation";
import { startTransition, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { fill, useTexts } from "@/components/messages/browser-texts";
import type { FileRules } from "@/lib/attachments/limits";
import { type FileView, sizeOf } from "@/lib/form/file-view";
import { useForm } from "./form-context";

export type Going = { key: number; name: string; share: number; error?: string };

type Limits = FileRules & { field: string };

export function useFiles(there: FileView[], { field, most, megabytes }: Limits) {
  const { draft, uploads, isPending } = useForm();
  const texts = useTexts();
  const router = useRouter();
  const [files, setFiles] = useState(there);
  const [going, setGoing] = useState<Going[]>([]);
  const [announcement, setAnnouncement] = useState("");
  const count = useRef(0);

  function take(chosen: Iterable<File>) {
    const underWay = going.filter(({ error }) => !error);
    let room = most - files.length - underWay.length;
    const added = [...chosen].map(file => {
      const error = problemOf(file, room);
      if (!error) room -= 1;
      return { file, row: { key: count.current++, name: file.name, share: 0, error } };
    });
    setGoing([...underWay, ...added.map(({ row }) => row)]);
    for (const { file, row } of added) if (!row.error) send(file, row.key);
  }

  function problemOf({ name, size }: File, room: number): string | undefined {
    if (isPending) return fill(texts["files.too_late"], { name });
    if (size > megabytes * 1_000_000)
      return fill(texts["files.too_large"], { name, max: megabytes, size: sizeOf(size, texts.language) });
    return room > 0 ? undefined : fill(texts["files.too_many"], { name, max: most });
  }

  function send(file: File, key: number) {
    if (!draft) return;
    const change = (part: Partial<Going>) =>
      setGoing(rows => rows.map(row => (row.key === key ? { ...row, ...part } : row)));
    const spot = { person: draft.person, place: draft.place, field };
    const unreachable = fill(texts["files.unreachable"], { name: file.name });
    const tell = { progress: (share: number) => change({ share }), unreachable };
    // Most forms are sent without files.
    const sent = import("./upload").then(
      ({ upload }) => upload(file, spot, tell),
      () => ({ error: unreachable }),
    );
    const done = sent.then(answer => {
      const isKept = !("error" in answer);
      // A form waiting for this upload is sent right afterwards, so the file must be in it by then.
      flushSync(() => {
        if (!isKept) return change({ error: answer.error });
        setGoing(rows => rows.filter(row => row.key !== key));
        setFiles(all => [...all, answer]);
        setAnnouncement(fill(texts["files.attached"], { name: answer.name }));
      });
      return isKept;
    });
    uploads.add(done);
    done.finally(() => {
      uploads.delete(done);
      if (uploads.size === 0) tellRouter();
    });
  }

  function remove(file: FileView, isSent: boolean) {
    setFiles(all => all.filter(one => one !== file));
    setAnnouncement(fill(texts["files.removed"], { name: file.name }));
    if (!isSent)
      fetch(`/api/files/${file.id}`, { method: "DELETE" })
        .catch(() => undefined)
        .then(tellRouter);
  }

  /** Updates the router's cache: Back restores the page from it, and it must include these files. */
  function tellRouter() {
    startTransition(() => router.refresh());
  }

  return { files, going, announcement, take, remove };
}
