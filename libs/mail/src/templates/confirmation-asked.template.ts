import type { TemplateDefinition } from './template';

/** Mail `confirmation-asked`. */
export const confirmationAsked: TemplateDefinition = {
  facts: ['command', 'proposedBy', 'lapsesAt'],
  sample: { command: 'AnnounceProjects', proposedBy: '55555555-5555-4555-8555-555555555555', lapsesAt: '2025-10-22T16:00:00.000Z' },
  texts: {
    'zh-CN': { act: '请确认：{{ command }}', body: ['{{ proposer }} 提议：{{ command }}。此操作须由第二人确认后方可执行。'] },
    en: {
      act: 'Please confirm: {{ command }}',
      body: ['{{ proposer }} proposes to {{ command }}. A second person has to confirm before it happens.'],
    },
  },
};
