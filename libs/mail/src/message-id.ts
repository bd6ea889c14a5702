import { createHash } from 'node:crypto';

/** The one Message-ID of a mail or digest, from its key: the same key gives the same id on every try, in every process, after every repair. */
export function messageIdOf(key: string, domain: string): string {
  return `<${createHash('sha256').update(key).digest('hex')}@${domain}>`;
}

/** The id under which all mails of one project or call hang together in a reader's mailbox. No mail bears it. */
export function threadIdOf(entity: { kind: string; id: string }, domain: string): string {
  return messageIdOf(`thread/${entity.kind}/${entity.id}`, domain);
}
