import { noteRootTold, twoReaders, untoldRoot, type Sql, type ToldReader } from '@app/persistence';
import { signedRootMail, type Config } from '@app/platform';
import type { MailTransport } from '../../notification/mail-transport';
import { sendPlainMail } from '../watchdog/send-plain-mail';

/** What telling the custodians needs. */
export interface CustodyTools {
  db: Sql;
  transport: MailTransport;
  config: Pick<Config, 'mail' | 'http' | 'watch'>;
}

/**
 * Mails the oldest root that its two custodians do not have yet: as text, in their language. Who has it already does not get it again; who could not be
 * reached is tried again later. The mail goes straight to the server: it is about no project, and must not wait behind a closed gate.
 */
export async function tellCustodians(tools: CustodyTools): Promise<void> {
  const { db, transport, config } = tools;
  const root = await untoldRoot(db);
  if (root === undefined || root.statement === null || root.signature === null) return;
  const told: ToldReader[] = [...root.told];
  const custodians = await twoReaders(db, config.watch.custodians);
  let reached = 0;
  for (const { name, address, language } of custodians) {
    if (told.some((one) => one.address === address)) {
      reached++;
      continue;
    }
    const { statement, signature } = root;
    const mail = signedRootMail(language, { name, statement, signature, page: `${config.http.publicUrl}/administration/ledger` });
    const sent = await sendPlainMail(transport, config, { key: `ledger-root/${root.id}/${address}`, name, address, mail });
    if (!sent.sent) continue;
    reached++;
    told.push({ address, said: sent.said });
  }
  await noteRootTold(db, root.id, told, reached === custodians.length && reached > 0);
}
