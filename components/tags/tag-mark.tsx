import type { ReactNode } from "react";
import type { TagColour } from "@/lib/tags/colours";

type Props = {
  name: string;
  colour: TagColour;
  /** For lists that are no components. */
  key?: string;
  /** What can be done with it. */
  children?: ReactNode;
};

export const TagMark = ({ name, colour, key, children }: Props) => (
  <span key={key} className={`tag ${colour}`}>
    <bdi>{name}</bdi>
    {children}
  </span>
);
