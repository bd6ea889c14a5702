import {
  changesAddress,
  changesName,
  correctionNeedsSecond,
  differenceOf,
  isNoCorrection,
  takenBack,
  withoutContactData,
  type RegisterValues,
} from './register-correction';

const college: RegisterValues = { nameZh: '万象学院', nameEn: 'Vientiane Colege', nameLocal: null, addressZh: null, addressEn: 'Ban 1' };
const person: RegisterValues = {
  fullName: '李四',
  latinName: 'Li Si',
  emails: ['li@college.example', 'si@college.example'],
  phone: '+86 871 6301',
  zone: 'Asia/Shanghai',
};

describe('what a correction of the register changes', () => {
  it('is only what differs from what stands; blanks around a text do not count', () => {
    const wanted = { nameZh: ' 万象学院 ', nameEn: ' Vientiane College', nameLocal: null };
    expect(differenceOf('organization', college, wanted)).toEqual({
      before: { nameEn: 'Vientiane Colege' },
      after: { nameEn: 'Vientiane College' },
    });
  });

  it('may be a value that was missing, or one that goes', () => {
    expect(differenceOf('organization', { nameZh: 'a' }, { nameLocal: 'ວຽງຈັນ' })).toEqual({
      before: { nameLocal: null },
      after: { nameLocal: 'ວຽງຈັນ' },
    });
    expect(differenceOf('person', person, { phone: null }).after).toEqual({ phone: null });
  });

  it('counts another order of the addresses: the first one gets the mail', () => {
    const turned = differenceOf('person', person, { emails: ['si@college.example ', 'li@college.example'] });
    expect(turned.after).toEqual({ emails: ['si@college.example', 'li@college.example'] });
  });

  it('leaves out fields of the other kind of entry', () => {
    expect(isNoCorrection(differenceOf('organization', college, { phone: '+86 1234567' }))).toBe(true);
    expect(isNoCorrection(differenceOf('person', person, { phone: '+86 1234567' }))).toBe(false);
  });
});

describe('a second person', () => {
  it.each(['nameZh', 'nameEn', 'nameLocal', 'fullName', 'latinName', 'emails'] as const)('is needed for %s', (field) => {
    expect(correctionNeedsSecond({ before: {}, after: { [field]: 'x', zone: 'UTC' } })).toBe(true);
  });

  it.each(['addressZh', 'addressEn', 'addressAs', 'honorific', 'positionZh', 'positionEn', 'phone', 'mailLanguage', 'zone'] as const)(
    'is not needed for %s alone',
    (field) => {
      expect(correctionNeedsSecond({ before: {}, after: { [field]: 'x' } })).toBe(false);
    },
  );

  it('names and addresses are told apart, since they have other effects', () => {
    expect([changesName({ before: {}, after: { emails: ['a'] } }), changesAddress({ before: {}, after: { emails: ['a'] } })]).toEqual([
      false,
      true,
    ]);
  });
});

describe('taking a correction back', () => {
  const done = { before: { nameEn: 'Vientiane Colege', nameLocal: null }, after: { nameEn: 'Vientiane College', nameLocal: 'x' } };

  it('wants what stood before', () => {
    expect(takenBack(done, { ...college, nameEn: 'Vientiane College', nameLocal: 'x' })).toEqual(done.before);
  });

  it('is not possible once a value it changed was changed again', () => {
    expect(takenBack(done, { ...college, nameEn: 'Vientiane College', nameLocal: 'y' })).toBeUndefined();
    expect(takenBack(done, { nameEn: 'Vientiane College' })).toBeUndefined();
  });
});

describe('what the list of interventions tells', () => {
  it('names are whole, addresses and numbers are only hinted at', () => {
    const told = withoutContactData({
      before: { latinName: 'Li Si', emails: ['li.si@college.example', 'odd'], phone: '+86 871 6301' },
      after: { latinName: 'Li Sì', emails: ['si.li@college.example'], phone: null },
    });
    expect(told).toEqual({
      before: { latinName: 'Li Si', emails: ['li…@college.example', '…dd'], phone: '…01' },
      after: { latinName: 'Li Sì', emails: ['si…@college.example'], phone: null },
    });
  });

  it('says the whole where the hints would say the same twice', () => {
    const moved = { before: { emails: ['lisi@college.example'] }, after: { emails: ['lishi@college.example'] } };
    expect(withoutContactData(moved)).toEqual(moved);
  });
});
