import { Zip, ZipDeflate } from 'fflate';
import type { Cell, Sink, TableWriter } from './cells';

/** Rows that one sheet can hold, its head included. */
export const xlsxMostRows = 1_048_576;

const longestText = 32_767;
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
/** Numbers of the cell styles below. */
const style = { plain: 0, head: 1, date: 2, instant: 3 } as const;

const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>`;

/** The parts of a workbook beside its one sheet. */
function partsOf(sheetName: string): Record<string, string> {
  const type = (part: string, what: string): string =>
    `<Override PartName="/xl/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${what}+xml"/>`;
  return {
    '[Content_Types].xml': `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('workbook.xml', 'sheet.main')}${type('worksheets/sheet1.xml', 'worksheet')}${type('styles.xml', 'styles')}</Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': styles,
  };
}

/** A workbook with one sheet, written row by row: texts as texts (there is no formula in it), numbers, dates and instants (Beijing time) as such. */
export function xlsxTable(sink: Sink, sheetName: string): TableWriter {
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    sink(bytes);
  });
  const sheet = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 4 });
  const write = (xml: string, last = false): void => sheet.push(Buffer.from(xml, 'utf8'), last);
  const widths = '<cols><col min="1" max="40" width="22" customWidth="1"/></cols>';
  const frozen = '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>';
  return {
    // Nothing is written before the head: until then a table may be refused.
    head: (names) => {
      for (const [name, xml] of Object.entries(partsOf(sheetName))) added(zip, name).push(Buffer.from(xml, 'utf8'), true);
      zip.add(sheet);
      write(`${head}<worksheet xmlns="${main}">${frozen}${widths}<sheetData>`);
      write(`<row>${names.map((name) => textXml(name, style.head)).join('')}</row>`);
    },
    row: (cells) => write(`<row>${cells.map(cellXml).join('')}</row>`),
    end: () => {
      write('</sheetData></worksheet>', true);
      zip.end();
    },
  };
}

function added(zip: Zip, name: string): ZipDeflate {
  const part = new ZipDeflate(name, { level: 4 });
  zip.add(part);
  return part;
}

function cellXml(cell: Cell): string {
  switch (cell.is) {
    case 'text':
      return textXml(cell.text, style.plain);
    case 'number':
      return `<c><v>${cell.number}</v></c>`;
    case 'date':
      return `<c s="${style.date}"><v>${serialOf(Date.parse(`${cell.date}T00:00:00Z`))}</v></c>`;
    case 'instant':
      return `<c s="${style.instant}"><v>${serialOf(Date.parse(cell.instant) + beijingMs)}</v></c>`;
    case 'nothing':
      return '<c/>';
  }
}

const beijingMs = 8 * 3_600_000;
const dayMs = 86_400_000;
/** Day 0 of spreadsheets, which hold 1900 for a leap year. */
const firstDay = Date.UTC(1899, 11, 30);

function serialOf(ms: number): number {
  return Math.round(((ms - firstDay) / dayMs) * 1e8) / 1e8;
}

function textXml(text: string, styleNo: number): string {
  const look = styleNo === style.plain ? '' : ` s="${styleNo}"`;
  return `<c${look} t="inlineStr"><is><t xml:space="preserve">${escaped(text.slice(0, longestText))}</t></is></c>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it may stand in XML; what XML cannot hold is left out, and what a spreadsheet would decode (`_x000D_`) is kept as it is. */
function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
