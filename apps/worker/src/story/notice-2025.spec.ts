import { noticeParity } from '@app/domain';
import { notice2025 } from './notice-2025';

describe('the notice of the 2025 call', () => {
  it('differs between its language versions in the telephone number, and in nothing else that can be compared', () => {
    expect(noticeParity(notice2025.zh, notice2025.en)).toEqual([
      { kind: 'phone', onlyIn: 'zh', value: '+86-871-65955800' },
      { kind: 'phone', onlyIn: 'en', value: '+86-871-6595580' },
    ]);
  });

  it('agrees with itself', () => {
    expect(noticeParity(notice2025.zh, notice2025.zh)).toEqual([]);
  });
});
