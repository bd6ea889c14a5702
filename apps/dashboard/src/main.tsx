import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/fonts.css';
import './app/app.css';
import './app/shell.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Providers } from './app/providers';
import { startWords } from './i18n/words';
import { meQuery } from './lib/me';
import { queryClient } from './lib/query-client';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no place for the dashboard');
// Who looks at the page is asked while its words are on their way.
void queryClient.prefetchQuery(meQuery);
void startWords().then(() =>
  createRoot(root).render(
    <StrictMode>
      <Providers />
    </StrictMode>,
  ),
);
