import { randomBytes, randomUUID } from 'node:crypto';
import { accountBySignIn, addPerson, createAccount, hashPassword, isMailAddress } from '@app/persistence';
import { UsageError, type AddCommand } from './cli-tools';

const passwordBytes = 15;

/** `admin create`: the first administrator of an installation, with a password that is shown once. */
export const addAdmin: AddCommand = (program, cli) => {
  const admin = program.command('admin').description('administrators');
  admin
    .command('create')
    .description('create an administrator; the password is made here and shown once')
    .requiredOption('--email <address>', 'mail address, also the name to sign in with')
    .requiredOption('--name <name>', 'full name')
    .option('--language <tag>', 'language of mails', 'zh-CN')
    .action(
      cli.answer(async ({ email, name, language }: { email: string; name: string; language: string }) => {
        if (!isMailAddress(email)) throw new UsageError('--email must be exactly one mail address');
        const password = randomBytes(passwordBytes).toString('base64url');
        const passwordHash = await hashPassword(password);
        const personId = randomUUID();
        await cli.onDatabase((db) =>
          db.transaction(async (tx) => {
            if ((await accountBySignIn(tx, email)) !== undefined) throw new UsageError(`There is an account ${email} already.`);
            const names = { fullName: name, latinName: name, addressAs: name };
            const where = { country: 'CN', zone: 'Asia/Shanghai', mailLanguage: language } as const;
            await addPerson(tx, { id: personId, ...names, ...where, emails: [email], roles: ['AD'] });
            await createAccount(tx, { personId, signIn: email, passwordHash });
          }),
        );
        return { value: { personId, signIn: email, password }, text: `Administrator ${email}, password: ${password}` };
      }),
    );
};
