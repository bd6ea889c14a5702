import { createHash } from 'node:crypto';
import { projectBodies, projectPayloads } from '@app/workflows';
import { detachTexts } from './detach-texts';

const commandId = '0199f5a0-0000-7000-8000-000000000001';
const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('detaching free texts', () => {
  it('puts references in place of texts, wherever they stand, and leaves the rest alone', () => {
    const items = [
      { target: 'titleEn', reasonCode: 'UNCLEAR', defect: 'Say which trade.' },
      { target: 'BUDGET', reasonCode: 'MISSING', defect: '缺少盖章' },
    ];
    const { payload, texts } = detachTexts(projectBodies.ReturnForCorrection, { items }, commandId);
    expect(texts.map((one) => one.content)).toEqual(['Say which trade.', '缺少盖章']);
    expect(texts[1]?.ref.sha256).toBe(sha('缺少盖章'));
    expect(projectPayloads.ReturnForCorrection.safeParse(payload).success).toBe(true);
    expect(payload).toEqual({ items: items.map(({ defect: _, ...rest }, index) => ({ ...rest, defect: texts[index]?.ref })) });
  });

  it('finds texts in records and in optional fields', () => {
    const scores = { halfPoints: { need: 30 }, comments: { need: 'clear' }, strengths: 'team', weaknesses: 'money' };
    expect(detachTexts(projectBodies.SubmitScores, scores, commandId).texts).toHaveLength(3);
    const item = { code: 'signed', verdict: 'fail', reasonCode: 'UNSIGNED', note: 'page 3' };
    expect(detachTexts(projectBodies.RecordCheckItem, item, commandId).texts.map((one) => one.content)).toEqual(['page 3']);
    expect(detachTexts(projectBodies.RecordCheckItem, { code: 'signed', verdict: 'pass' }, commandId).texts).toEqual([]);
  });

  it('gives a repeated command the same payload, another command other ids', () => {
    const body = { milestone: 'M3', forecastOn: '2026-09-01', why: 'the ship is late' };
    const first = detachTexts(projectBodies.UpdateForecast, body, commandId);
    expect(detachTexts(projectBodies.UpdateForecast, body, commandId)).toEqual(first);
    const other = detachTexts(projectBodies.UpdateForecast, body, '0199f5a0-0000-7000-8000-000000000002');
    expect(other.texts[0]?.ref.textId).not.toBe(first.texts[0]?.ref.textId);
  });
});
