import type { components } from '../../../generated/openapi-types';
import { api, contentOf } from '../../../lib/api-client';
import { postOnce } from '../../../lib/post-once';
import type { Reading } from '../../../lib/reading';

/** Every kind of mail and where its words stand. */
export type TemplateList = components['schemas']['MailTemplates'];

/** One kind with its versions and placeholders. */
export type Template = components['schemas']['MailTemplate'];

/** A kind of mail. */
export type TemplateKind = Template['kind'];

/** One version with what is to be put right in it. */
export type TemplateVersion = components['schemas']['MailTemplateVersion'];

/** Words in both languages. */
export type TextPair = components['schemas']['MailTextPair'];

/** Something to be put right. */
export type Finding = TemplateVersion['findings'][number];

/** A mail as it would read. */
export type Preview = components['schemas']['MailTemplatePreview'];

/** Languages of the pair, in the order of the page. */
export const pairLanguages = ['zh-CN', 'en'] as const;

/** A language of the pair. */
export type PairLanguage = (typeof pairLanguages)[number];

/** Every kind of mail. */
export const templatesQuery: Reading<TemplateList> = {
  queryKey: ['mail-templates'],
  queryFn: () => contentOf(api.GET('/api/mail-templates')),
};

/** One kind of mail. */
export function templateQuery(kind: TemplateKind): Reading<Template> {
  return {
    queryKey: ['mail-templates', kind],
    staleTime: 0,
    queryFn: () => contentOf(api.GET('/api/mail-templates/{kind}', { params: { path: { kind } } })),
  };
}

/** One version of the words of a kind. */
export function templateVersionQuery(kind: TemplateKind, version: number): Reading<TemplateVersion> {
  return {
    queryKey: ['mail-templates', kind, version],
    staleTime: 0,
    queryFn: () =>
      contentOf(api.GET('/api/mail-templates/{kind}/versions/{version}', { params: { path: { kind, version: String(version) } } })),
  };
}

/** Real mails of a kind that words can be tried on, found by a part of a name or reference. */
export function trialsQuery(kind: TemplateKind, q: string): Reading<components['schemas']['MailTemplateTrials']> {
  return {
    queryKey: ['mail-templates', kind, 'trials', q],
    placeholderData: (before) => before,
    queryFn: () => contentOf(api.GET('/api/mail-templates/{kind}/trials', { params: { path: { kind }, query: q === '' ? {} : { q } } })),
  };
}

/** A mail with these words, on a real mail or the sample. */
export function previewQuery(kind: TemplateKind, texts: TextPair, mail: string | null): Reading<Preview> {
  return {
    queryKey: ['mail-templates', kind, 'preview', texts, mail],
    placeholderData: (before) => before,
    queryFn: () =>
      contentOf(
        api.POST('/api/mail-templates/{kind}/preview', {
          params: { path: { kind } },
          body: { texts, ...(mail === null ? {} : { mail }) },
        }),
      ),
  };
}

/** Begins a draft as a copy of a version, once under its key. */
export function beginTemplateDraft(kind: TemplateKind, base: number, key: string): Promise<TemplateVersion> {
  return postOnce({ address: `/api/mail-templates/${kind}/versions`, body: { base }, key });
}

/** Saves the words of a draft if nobody saved it since `seen`. */
export function saveTemplateDraft(
  { kind, version }: Pick<TemplateVersion, 'kind' | 'version'>,
  texts: TextPair,
  seen: number,
): Promise<TemplateVersion> {
  return contentOf(
    api.PUT('/api/mail-templates/{kind}/versions/{version}', {
      params: { path: { kind, version: String(version) }, header: { 'If-Match': `"${seen}"` } },
      body: { texts },
    }),
  );
}

/** Acts on a draft, once under its key. */
export function actOnTemplate(
  { kind, version, rev }: Pick<TemplateVersion, 'kind' | 'version' | 'rev'>,
  act: 'propose' | 'confirm' | 'reject' | 'discard',
  { key, reason }: { key: string; reason?: string },
): Promise<unknown> {
  const address = `/api/mail-templates/${kind}/versions/${version}/${act}`;
  return postOnce({ address, body: reason === undefined ? {} : { reason }, key, seen: rev });
}
