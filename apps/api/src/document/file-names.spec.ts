import { attachment } from './content-disposition';
import { fileNameOf } from './receive-upload';

describe('names of files', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\x\\预算.pdf', '预算.pdf'],
    ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie: x=1.pdf'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['', 'file'],
    [undefined, 'file'],
  ])('%j becomes %j', (given, shown) => {
    expect(fileNameOf(given)).toBe(shown);
  });

  it('cuts a long name and keeps its extension', () => {
    const name = fileNameOf(`${'ກ'.repeat(500)}.pdf`);
    expect([...name]).toHaveLength(200);
    expect(name.endsWith('.pdf')).toBe(true);
  });

  it('are headers that cannot be broken out of', () => {
    expect(attachment('a"b\\c%d.pdf')).toBe(`attachment; filename="a_b_c_d.pdf"; filename*=UTF-8''a%22b%5Cc%25d.pdf`);
    expect(attachment("it's (预算).pdf")).toBe(
      `attachment; filename="it's (__).pdf"; filename*=UTF-8''it%27s%20%28%E9%A2%84%E7%AE%97%29.pdf`,
    );
  });
});
