/** Of the link on agents' pages, which their commands press: apart, so that it loads nothing of what draws it. */
export const correctLinkId = "correct-request";
