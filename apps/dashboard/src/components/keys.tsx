import { Kbd } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';

/** Keys that are named by words, not by their sign. */
const named = new Set(['space', 'enter', 'escape']);
const onMac = /mac|iphone|ipad/i.test(navigator.userAgent);

function nameOf(key: string, t: (name: string) => string): string {
  if (named.has(key)) return t(`keys.${key}`);
  if (key === 'mod') return onMac ? '⌘' : 'Ctrl';
  return key.length === 1 ? key.toUpperCase() : key.charAt(0).toUpperCase() + key.slice(1);
}

/** The keys of a shortcut as they stand on the keyboard: `g b` is G then B, `mod+k` is Ctrl and K. */
export function Keys({ keys }: { keys: string }) {
  const { t } = useTranslation();
  return (
    <span className="keys">
      {keys.split(' ').map((press, at) => (
        <Fragment key={press}>
          {at > 0 && <span> {t('keys.then')} </span>}
          {press.split('+').map((key) => (
            <Kbd key={key}>{nameOf(key, t)}</Kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
