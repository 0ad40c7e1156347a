import { names, version } from "./generated/icons";

export type IconName = (typeof names)[number];

/** The catalog says its icons as text: a plain page for what is none of them. */
export const iconNamed = (text: string): IconName => names.find(name => name === text) ?? "file-text";

/** The icon in the sprite, whose version is part of the address, so that browsers keep it for good. */
export const iconHref = (name: IconName) => `/icons.svg?${version}#${name}`;
