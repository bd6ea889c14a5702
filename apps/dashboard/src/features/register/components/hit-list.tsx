import { Anchor, Badge, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { countryName } from '../../../lib/format';
import { pathOf, type Hit } from '../api/register';
import { namesFor } from '../typed';

function Names({ hit }: { hit: Hit }) {
  const { i18n } = useTranslation();
  const [name, other] = namesFor(hit, i18n.language);
  return (
    <>
      <Anchor component={Link} to={`/administration/register/${pathOf(hit)}` as '/'} fw={600}>
        {name}
      </Anchor>
      {other !== name && <Text size="sm">{other}</Text>}
    </>
  );
}

/** Organizations and people that a search found. */
export function HitList({ hits }: { hits: readonly Hit[] }) {
  const { t, i18n } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={480} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table>
        <caption className="visually-hidden">{t('register.title')}</caption>
        <Table.Thead>
          <Table.Tr>
            {(['name', 'kind', 'country', 'waits'] as const).map((column) => (
              <Table.Th key={column} scope="col">
                {t(`register.columns.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {hits.map((one) => (
            <Table.Tr key={one.id} data-testid="register-hit">
              <Table.Th scope="row" fw={400} style={{ overflowWrap: 'anywhere' }}>
                <Names hit={one} />
                {one.organization !== null && (
                  <Text size="sm" c="dimmed">
                    {one.organization}
                  </Text>
                )}
              </Table.Th>
              <Table.Td>{t(`register.kinds.${one.subject}`)}</Table.Td>
              <Table.Td>{countryName(one.country, i18n.language)}</Table.Td>
              <Table.Td>
                {one.waits && (
                  <Badge variant="outline" c="var(--mantine-color-text)" size="lg" miw="max-content" tt="none" fw={500}>
                    {t('register.waitsMark')}
                  </Badge>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
