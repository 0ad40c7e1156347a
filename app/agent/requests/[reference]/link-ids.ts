// Of links that commands press.
export const retypeLinkId = "change-type";
export const linkLinkId = "link-request";
