import { List, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { countryName } from '../../../lib/format';
import type { PublicCall } from '../api/public';

/** Who may apply under the call's policy, and what an application brings. */
export function Eligibility({ call }: { call: PublicCall }) {
  const { t, i18n } = useTranslation();
  const { leadCountries, hostCountries, leadKinds, parties, minCountries, enterpriseMustOperateInMekong } = call.eligibility;
  const listed = (words: string[]): string => words.join(t('why.comma'));
  const countries = (codes: string[]): string => listed(codes.map((code) => countryName(code, i18n.language)));
  const rules = [
    t('public.leadCountries', { countries: countries(leadCountries) }),
    t('public.hostCountries', { countries: countries(hostCountries) }),
    t('public.leadKinds', { kinds: listed(leadKinds.map((kind) => t(`public.kinds.${kind}`, { defaultValue: kind }))) }),
    t('public.parties', {
      parties: listed(Object.entries(parties).map(([role, count]) => t('public.party', { count, part: t(`parties.${role}`) }))),
    }),
    t('public.minCountries', { count: minCountries }),
    ...(enterpriseMustOperateInMekong ? [t('public.mekong')] : []),
  ];
  return (
    <>
      <section aria-labelledby="who">
        <Title order={2} id="who" mb="xs">
          {t('public.who')}
        </Title>
        <List>
          {rules.map((rule) => (
            <List.Item key={rule}>{rule}</List.Item>
          ))}
        </List>
      </section>
      <section aria-labelledby="documents">
        <Title order={2} id="documents" mb="xs">
          {t('public.documents')}
        </Title>
        <List>
          {call.documents.map((type) => (
            <List.Item key={type}>{t(`documentTypes.${type}`)}</List.Item>
          ))}
        </List>
      </section>
    </>
  );
}
