import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** What search engines and other programs read of a public page: a description, and where the same stands as data. */
export function PublicHead({ description, json }: { description: string; json: string }) {
  useEffect(() => {
    const tags = [
      Object.assign(document.createElement('meta'), { name: 'description', content: description }),
      Object.assign(document.createElement('link'), { rel: 'alternate', type: 'application/json', href: json }),
    ];
    document.head.append(...tags);
    return () => tags.forEach((tag) => tag.remove());
  }, [description, json]);
  return null;
}

/** The way to the same page as data. */
export function JsonLink({ href }: { href: string }) {
  const { t } = useTranslation();
  return (
    <a href={href} style={{ color: 'var(--gongfang-link)' }}>
      {t('public.json')}
    </a>
  );
}
