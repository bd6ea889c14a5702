/** Longest text that goes into one header, in characters. */
const longest = 180;

/**
 * A text from data as it may stand in a header: control characters, line and paragraph separators become one space, direction marks vanish,
 * and what is too long ends with an ellipsis. So a name can never begin a header of its own (RFC 5322; ASVS 1.3.11).
 */
export function headerText(text: string): string {
  const clean = text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  const characters = [...clean];
  return characters.length <= longest ? clean : `${characters.slice(0, longest - 1).join('')}…`;
}
