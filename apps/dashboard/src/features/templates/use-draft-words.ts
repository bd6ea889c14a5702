import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { forget, keep, keptUnder } from '../../lib/kept';
import { problemIn } from '../../lib/problem';
import { saveTemplateDraft, templateQuery, templateVersionQuery, type TemplateVersion, type TextPair } from './api/templates';
import { keptPair, wordChanges } from './words';

/** Words as they are typed. */
export interface DraftWords {
  texts: TextPair;
  /** Whether they differ from what is saved. */
  changed: boolean;
  write: (texts: TextPair) => void;
  drop: () => void;
  saving: UseMutationResult<TemplateVersion, Error, void>;
}

/** Words of a draft as they are typed: kept in this browser until they were saved, also when somebody else saved meanwhile. */
export function useDraftWords(draft: TemplateVersion): DraftWords {
  const queryClient = useQueryClient();
  const name = `template/${draft.kind}/${draft.version}`;
  const [typed, setTyped] = useState<TextPair | undefined>(() => (draft.mayEdit ? keptPair(keptUnder(name)) : undefined));
  const drop = (): void => {
    setTyped(undefined);
    forget(name);
  };
  const write = (texts: TextPair): void => {
    setTyped(texts);
    keep(name, texts);
  };
  const texts = typed ?? draft.texts;
  const { queryKey } = templateVersionQuery(draft.kind, draft.version);
  const saving = useMutation({
    mutationFn: () => saveTemplateDraft(draft, texts, draft.rev),
    onSuccess: (saved) => {
      drop();
      queryClient.setQueryData(queryKey, saved);
      void queryClient.invalidateQueries({ queryKey: templateQuery(draft.kind).queryKey, exact: true });
    },
    // The draft is read anew with what somebody else saved; what was typed here stays.
    onError: (error) =>
      problemIn(error)?.code === 'STALE_REVISION' ? queryClient.invalidateQueries({ queryKey, exact: true }) : undefined,
  });
  return { texts, changed: wordChanges(draft.texts, texts).length > 0, write, drop, saving };
}
