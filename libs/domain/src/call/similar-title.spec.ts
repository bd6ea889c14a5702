import { isSimilarTitle, normalizedTitle, titleSimilarity } from './similar-title';

describe('normalizedTitle', () => {
  it('folds widths, case, punctuation and invisible spaces', () => {
    expect(normalizedTitle('  澜湄（老挝）新能源—汽车 工坊！')).toBe('澜湄 老挝 新能源 汽车 工坊');
    expect(normalizedTitle('ＮＥＶ Workshop: Vientiane')).toBe('nev workshop vientiane');
    expect(normalizedTitle('ນະຄອນ\u200Bຫຼວງ')).toBe(normalizedTitle('ນະຄອນຫຼວງ'));
    expect(normalizedTitle('Vie\u0323\u0302t Nam')).toBe(normalizedTitle('Việt Nam'));
  });
});

describe('titleSimilarity', () => {
  it('counts shared pairs of Chinese characters', () => {
    // 物流技术 and 物流技能: 物流 流技 shared of 物流 流技 技术 技能.
    expect(titleSimilarity('物流技术', '物流技能')).toBe(0.5);
    expect(titleSimilarity('智慧物流工坊', '智慧物流工坊')).toBe(1);
    expect(titleSimilarity('智慧物流工坊', '建筑工程实训')).toBe(0);
  });

  it('counts shared letter triples of other scripts', () => {
    // auto and autos: aut uto shared of aut uto tos.
    expect(titleSimilarity('auto', 'autos')).toBeCloseTo(2 / 3, 10);
    expect(titleSimilarity('Smart Logistics', 'smart  logistics!')).toBe(1);
    expect(titleSimilarity('ab', 'ab')).toBe(1);
    expect(titleSimilarity('ab', 'abc')).toBe(0);
  });

  it('handles titles of both scripts', () => {
    expect(titleSimilarity('新能源NEV工坊', '新能源nev工坊')).toBe(1);
    expect(titleSimilarity('新能源NEV工坊', '新能源工坊')).toBeGreaterThan(0.4);
  });

  it('never finds empty titles alike', () => {
    expect(titleSimilarity('', '')).toBe(0);
    expect(titleSimilarity('…', '工坊')).toBe(0);
    expect(titleSimilarity('工坊', '!?')).toBe(0);
  });

  it('is the same both ways', () => {
    expect(titleSimilarity('澜湄智慧物流工坊', '智慧物流')).toBe(titleSimilarity('智慧物流', '澜湄智慧物流工坊'));
  });
});

describe('isSimilarTitle', () => {
  it('asks for a justification from the threshold on', () => {
    expect(isSimilarTitle('智慧物流工坊', '智慧物流学坊', 0.6)).toBe(false);
    expect(isSimilarTitle('老挝智慧物流技术工坊', '老挝智慧物流技术工坊项目', 0.6)).toBe(true);
    expect(isSimilarTitle('物流技术', '物流技能', 0.5)).toBe(true);
  });
});
