import { askedFields, bodyOf, unansweredFields } from './body-of';
import type { AnyCommandForm, FormBasis } from './field-specs';

const basis: FormBasis = { documents: [], documentTypes: [], upload: () => Promise.reject(new Error('not here')) };
const file = { documentId: 'd1', sha256: 'ab', type: 'MOU', fileName: 'mou.pdf' };

const form: AnyCommandForm<FormBasis> = {
  fields: {
    version: { kind: 'given', value: () => 3 },
    heldOn: { kind: 'date' },
    year: { kind: 'choice', numeric: true, options: () => [] },
    minutes: { kind: 'document', documentType: 'MOU' },
    note: { kind: 'long-text', optional: true },
    halfPoints: { kind: 'scores', criteria: () => [{ code: 'need', label: 'Need', weight: 15 }], comments: 'comments' },
    comments: { kind: 'within' },
  },
};

describe('a command’s body', () => {
  it('holds answers as the API takes them and leaves out what is empty', () => {
    const answers = { heldOn: '2026-01-05', year: '2026', minutes: file, note: '', halfPoints: { need: 21 }, comments: { need: 'good' } };
    expect(bodyOf(form, answers, basis)).toEqual({
      version: 3,
      heldOn: '2026-01-05',
      year: 2026,
      minutes: { documentId: 'd1', sha256: 'ab' },
      halfPoints: { need: 21 },
      comments: { need: 'good' },
    });
  });

  it('asks for each language of an agreement and each line of a batch', () => {
    const both: AnyCommandForm<FormBasis> = {
      fields: {
        documents: { kind: 'language-documents', languages: ['zh', 'en'], documentType: 'MOU' },
        lines: { kind: 'decisions', lines: () => [{ projectId: 'p1', label: 'A', hint: '', suggested: 'approve' }] },
      },
    };
    expect(unansweredFields(both, { documents: { zh: file }, lines: {} }, basis)).toEqual(['documents', 'lines']);
    expect(bodyOf(both, { documents: { zh: file }, lines: { p1: 'reject' } }, basis)).toEqual({
      documents: [{ language: 'zh', ref: { documentId: 'd1', sha256: 'ab' } }],
      lines: [{ projectId: 'p1', decision: 'reject' }],
    });
  });
});

describe('what is missing', () => {
  it('names required fields without an answer, also a criterion without its comment', () => {
    expect(unansweredFields(form, {}, basis)).toEqual(['heldOn', 'year', 'minutes', 'halfPoints']);
    const answers = { heldOn: '2026-01-05', year: '2026', minutes: file, halfPoints: { need: 21 }, comments: { need: ' ' } };
    expect(unansweredFields(form, answers, basis)).toEqual(['halfPoints']);
  });

  it('asks people only what the page does not know', () => {
    expect(askedFields(form).map(([name]) => name)).toEqual(['heldOn', 'year', 'minutes', 'note', 'halfPoints']);
  });
});
