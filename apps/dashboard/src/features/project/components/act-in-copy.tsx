import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../../components/loading';
import type { ProjectDetail } from '../api/project';
import type { WireAct } from '../api/what-if';
import { projectFormOf } from '../commands';
import { rehearsableCommands, rehearsedReports } from '../commands/rehearsable';
import { useFormContext } from '../commands/use-form-context';
import { wireAct } from '../commands/wire-act';
import { ActForm } from './act-form';

interface ActInCopyProps {
  /** The copy as its page would show it, with what whoever acts may do. */
  project: ProjectDetail;
  onAct: (act: WireAct) => void;
}

/** Does something in a copy, by the form of its command. */
export function ActInCopy({ project, onAct }: ActInCopyProps) {
  const { t } = useTranslation();
  const commands = rehearsableCommands(project);
  const context = useFormContext(project, ['officers', 'experts', 'panel']);
  if (context === undefined) return <Loading />;
  if (commands.length === 0) return <Text>{t('rehearsal.noActs')}</Text>;
  const known = { ...context, reportDrafts: rehearsedReports(project) };
  return (
    <ActForm
      key={commands.join()}
      commands={commands}
      context={known}
      formOf={projectFormOf}
      doIt={t('rehearsal.doIt')}
      onAdd={(act) => onAct(wireAct(act, known, t('rehearsal.mark')))}
    />
  );
}
