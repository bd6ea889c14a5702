import { Anchor, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../generated/openapi-types';
import { countryName } from '../../../lib/format';
import { callWarningsQuery } from '../api/call-work';
import { Part } from './part';

type Warnings = components['schemas']['CallWarnings'];

function FileLinks({ files, more }: { files: { projectId: string; reference: string | null }[]; more?: number }) {
  const { t } = useTranslation();
  return (
    <>
      {files.map((file, index) => (
        <span key={file.projectId}>
          {index > 0 && t('why.comma')}
          <Anchor component={Link} to="/projects/$projectId" params={{ projectId: file.projectId } as never} className="unbroken">
            {file.reference}
          </Anchor>
        </span>
      ))}
      {more !== undefined && more > 0 && ` ${t('callWork.warnings.more', { count: more })}`}
    </>
  );
}

function Centres({ centres }: { centres: Warnings['centres'] }) {
  const { t, i18n } = useTranslation();
  return (
    <div>
      <Title order={3} size="h4" mb="xs" id="centres">
        {t('callWork.warnings.centres')}
      </Title>
      {centres.length === 0 && <Text>{t('callWork.warnings.noCentre')}</Text>}
      {centres.length > 0 && (
        <div className="table-room" tabIndex={0} role="group" aria-labelledby="centres">
          <Table miw={420} aria-labelledby="centres">
            <Table.Thead>
              <Table.Tr>
                {(['country', 'holder', 'candidates'] as const).map((column) => (
                  <Table.Th key={column} scope="col">
                    {t(`callWork.columns.${column}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {centres.map(({ country, holder, candidates }) => (
                <Table.Tr key={country}>
                  <Table.Th scope="row" fw={400}>
                    {countryName(country, i18n.language)}
                  </Table.Th>
                  <Table.Td>{holder === null ? t('callWork.warnings.free') : <FileLinks files={[holder]} />}</Table.Td>
                  <Table.Td>
                    {candidates.length === 0 ? '–' : <FileLinks files={candidates.slice(0, 8)} more={candidates.length - 8} />}
                    {holder !== null && candidates.length > 0 && (
                      <Text size="sm" fw={600}>
                        {t('callWork.warnings.taken')}
                      </Text>
                    )}
                    {holder === null && candidates.length > 1 && <Text size="sm">{t('callWork.warnings.rivals')}</Text>}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </div>
  );
}

function Alike({ alike }: { alike: Warnings['alike'] }) {
  const { t, i18n } = useTranslation();
  return (
    <div>
      <Title order={3} size="h4" mb="xs" id="alike">
        {t('callWork.warnings.alike')}
      </Title>
      {alike.length === 0 && <Text>{t('callWork.warnings.noAlike')}</Text>}
      <ul className="plain-list" aria-labelledby="alike">
        {alike.map((group) => (
          <li key={`${group.likeness}/${group.files[0]?.projectId ?? ''}`}>
            <Text fw={600}>{t(`callWork.warnings.likeness.${group.likeness}`, { count: group.count })}</Text>
            <Text size="sm">
              {[
                group.hostCountry === null ? undefined : countryName(group.hostCountry, i18n.language),
                group.fieldCode === null ? undefined : t(`callWork.fields.${group.fieldCode}`, { defaultValue: group.fieldCode }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            <Text size="sm">
              <FileLinks files={group.files} more={group.count - group.files.length} />
            </Text>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Who holds the demonstration centre of which country, and which files look alike. */
export function CallWarnings({ callId }: { callId: string }) {
  const { t } = useTranslation();
  const reading = useQuery(callWarningsQuery(callId));
  return (
    <Part id="warnings" title={t('callWork.warnings.title')} text={t('callWork.warnings.text')} reading={reading}>
      {({ centres, alike }) => (
        <Stack gap="lg">
          <Centres centres={centres} />
          <Alike alike={alike} />
        </Stack>
      )}
    </Part>
  );
}
