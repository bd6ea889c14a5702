/** One mailbox: no display name, no list, no quoting, no line break; a domain with at least one dot. */
const mailbox = /^[^\s@,;:<>()[\]\\"\p{Cc}]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;

/** Whether a text is exactly one mail address, as the desk may put it into a header. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && mailbox.test(text);
}
