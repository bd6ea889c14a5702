import type { Entry } from './api/register';
import { changesOf, errorsByField, namesFor, typedOf } from './typed';

const values: Entry['values'] = [
  { field: 'fullName', value: '李四', needsSecond: true },
  { field: 'emails', value: ['a@b.example', 'c@d.example'], needsSecond: true },
  { field: 'phone', value: '+86 871 6301', needsSecond: false },
  { field: 'honorific', value: null, needsSecond: false },
];

describe('the form of a correction', () => {
  it('shows addresses one a line and nothing as an empty text', () => {
    expect(typedOf(values)).toEqual({ fullName: '李四', emails: 'a@b.example\nc@d.example', phone: '+86 871 6301', honorific: '' });
  });

  it('wants only what was changed', () => {
    expect(changesOf(values, typedOf(values))).toEqual({});
    expect(changesOf(values, { ...typedOf(values), fullName: ' 李斯 ' })).toEqual({ fullName: '李斯' });
  });

  it('takes away what is emptied, but keeps a name that everybody needs as an empty text, so that it is refused', () => {
    expect(changesOf(values, { ...typedOf(values), phone: ' ', fullName: '' })).toEqual({ phone: null, fullName: '' });
  });

  it('reads addresses line by line and passes over empty lines', () => {
    expect(changesOf(values, { ...typedOf(values), emails: 'c@d.example \n\n a@b.example\n' })).toEqual({
      emails: ['c@d.example', 'a@b.example'],
    });
    expect(changesOf(values, {})).toMatchObject({ emails: [] });
  });

  it('puts the sentence of the server at its field', () => {
    expect(
      errorsByField({ 'changes.emails.0': 'no address', 'changes.phone': 'no number', 'changes.emails[1]': 'twice', reason: 'empty' }),
    ).toEqual({
      ...{ emails: 'twice', phone: 'no number', reason: 'empty' },
    });
  });
});

it('an organization is called by its English name where the reader reads no Chinese, a person by his own', () => {
  const college = { subject: 'organization' as const, name: '学院', otherName: 'College' };
  expect([namesFor(college, 'zh-CN')[0], namesFor(college, 'lo')[0], namesFor({ ...college, subject: 'person' }, 'en')[0]]).toEqual([
    ...['学院', 'College', '学院'],
  ]);
});
