import { createLazyRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { changeWords } from '../../i18n/words';
import { SignInForm } from '../../features/session/components/sign-in-form';
import { firstPageOf } from '../../lib/first-page';
import { addressOfView, homeView } from '../../lib/views';
import type { Me } from '../../lib/session';
import { completeLanguages, hasChosenLanguage, rememberLanguage, type Language } from '../../lib/language';

/** From the first sign-in on, the person's language is the language of this device, until he changes it. */
function speak(language: Language): Promise<void> {
  rememberLanguage(language);
  return changeWords(language);
}

/** The page that was asked for; else the view that the person has chosen to open first, else what people with his roles come for. */
async function pageAfter(next: string | undefined, me: Me): Promise<string> {
  const view = next === undefined || next === '/' ? await homeView() : undefined;
  return view === undefined ? (next ?? firstPageOf(me)) : addressOfView(view);
}

function SignInPage() {
  const { i18n } = useTranslation();
  const { next } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <SignInForm
      onSignedIn={(me) => {
        const own = completeLanguages.find((one) => one === me.language);
        const ready = own !== undefined && own !== i18n.language && !hasChosenLanguage() ? speak(own) : Promise.resolve();
        void ready.then(async () => navigate({ href: await pageAfter(next, me) }));
      }}
    />
  );
}

/** Signing in; leads back to the page that asked for it. */
export const route = createLazyRoute('/sign-in')({ component: SignInPage });
