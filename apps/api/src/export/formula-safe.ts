/** Signs by which spreadsheets know a formula; East Asian ones read the full-width signs, too. */
const begins = /^(\s*)([=+\-@\t\r＝＋－＠])/u;
/** Where a spreadsheet that separates by semicolons, or reads a line break as the end of a row, begins a new cell. */
const beginsWithin = /([;；\t\r\n]["'\s]*)([=+\-@＝＋－＠])/gu;

/** A text that no spreadsheet takes for a formula, wherever it splits it: an apostrophe stands before the sign. */
export function formulaSafe(text: string): string {
  return text.replace(beginsWithin, "$1'$2").replace(begins, "'$1$2");
}
