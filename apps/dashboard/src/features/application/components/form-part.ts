import type { WrittenDraft } from '../../../components/draft/use-draft';
import type { ApplicationContent } from '../application-fields';

/** What each part of the form works on. */
export interface FormPart {
  projectId: string;
  draft: WrittenDraft<ApplicationContent>;
  error: string | undefined;
  disabled: boolean;
  requiredDocuments: string[];
}
