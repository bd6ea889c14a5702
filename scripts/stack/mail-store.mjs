// @ts-check
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';

/**
 * @typedef {object} MailSummary
 * @property {string} id file name without its ending; sorts by time of receipt
 * @property {string} receivedAt UTC instant
 * @property {string[]} envelopeTo who the message was handed over for
 * @property {string} from
 * @property {string} subject
 * @property {string | undefined} messageId
 * @property {number} bytes
 */

/**
 * @typedef {object} RecordPage what was taken in a time, as docs/mail-record.md describes it
 * @property {string} record
 * @property {string} coversFrom
 * @property {string} coversUntil
 * @property {{ messageId: string, receivedAt: string }[]} mails
 * @property {string | null} next
 */

const ID = /^[0-9a-z-]+$/;
const RECORD_PAGE = 1_000;

/** Caught messages as files: `<id>.eml`, byte for byte as received, beside `<id>.json` with the summary. Survives restarts. */
export class MailStore {
  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    /** @type {MailSummary[]} in order of receipt */
    this.summaries = names.sort().map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
    /** Which record this is, and since when nothing was taken out of it. @type {{ record: string, coversFrom: string }} */
    this.covers = this.readCovers();
  }

  readCovers() {
    const path = join(this.folder, 'record');
    if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
    return this.writeCovers(randomUUID(), this.summaries[0]?.receivedAt ?? new Date().toISOString());
  }

  /**
   * @param {string} record
   * @param {string} coversFrom
   */
  writeCovers(record, coversFrom) {
    const covers = { record, coversFrom };
    writeFileSync(join(this.folder, 'record'), JSON.stringify(covers), { mode: 0o600 });
    return covers;
  }

  /**
   * A page of what was taken since an instant, in order of receipt: Message-IDs and times, no addresses.
   * @param {{ since: string, after?: string | undefined }} place after: `next` of the page before
   * @returns {RecordPage}
   */
  record({ since, after = '' }) {
    const coversUntil = new Date().toISOString();
    const from = new Date(since).toISOString();
    const mails = this.summaries.filter((mail) => mail.receivedAt >= from && mail.id > after);
    const page = mails.slice(0, RECORD_PAGE);
    return {
      ...this.covers,
      coversUntil,
      mails: page.flatMap(({ messageId, receivedAt }) => (messageId === undefined ? [] : [{ messageId, receivedAt }])),
      next: mails.length > page.length ? (page.at(-1)?.id ?? null) : null,
    };
  }

  /**
   * Keeps a message; when this resolves it survives the end of this process.
   * @param {Buffer} raw
   * @param {string[]} envelopeTo
   * @returns {Promise<MailSummary>}
   */
  async keep(raw, envelopeTo) {
    const received = new Date();
    const id = `${received.toISOString().replaceAll(/[^0-9]/g, '')}-${randomBytes(4).toString('hex')}`;
    const { from, subject, messageId } = await PostalMime.parse(raw);
    const sender = from?.address ?? '';
    const summary = {
      id,
      receivedAt: received.toISOString(),
      envelopeTo,
      from: sender,
      subject: subject ?? '',
      messageId,
      bytes: raw.length,
    };
    await this.put(`${id}.eml`, raw);
    await this.put(`${id}.json`, Buffer.from(JSON.stringify(summary)));
    this.summaries.push(summary);
    return summary;
  }

  /**
   * @param {string} name
   * @param {Buffer} content
   */
  async put(name, content) {
    const path = join(this.folder, name);
    await writeFile(`${path}.part`, content, { mode: 0o600 });
    await rename(`${path}.part`, path);
  }

  /**
   * Newest first.
   * @param {{ to?: string | undefined, search?: string | undefined, limit?: number }} filter to: part of a receiver's address; search: part of the subject
   */
  list({ to, search, limit = 200 }) {
    const matches = this.summaries.filter(
      (mail) =>
        (to === undefined || mail.envelopeTo.some((address) => address.toLowerCase().includes(to.toLowerCase()))) &&
        (search === undefined || mail.subject.toLowerCase().includes(search.toLowerCase())),
    );
    return { total: matches.length, messages: matches.slice(-limit).reverse() };
  }

  /**
   * The message as received; undefined for an unknown id.
   * @param {string} id
   * @returns {Promise<Buffer | undefined>}
   */
  async raw(id) {
    return ID.test(id) && this.summaries.some((mail) => mail.id === id) ? readFile(join(this.folder, `${id}.eml`)) : undefined;
  }

  /**
   * The message taken apart; attachments with their content in base64.
   * @param {string} id
   */
  async parsed(id) {
    const raw = await this.raw(id);
    if (raw === undefined) return undefined;
    const summary = this.summaries.find((mail) => mail.id === id);
    return { ...summary, ...(await PostalMime.parse(raw, { attachmentEncoding: 'base64' })), id };
  }

  clear() {
    for (const { id } of this.summaries)
      for (const ending of ['eml', 'json']) rmSync(join(this.folder, `${id}.${ending}`), { force: true });
    this.summaries = [];
    this.covers = this.writeCovers(this.covers.record, new Date().toISOString());
  }
}
