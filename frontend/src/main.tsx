import './app/styles';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Root } from './app/Root';
import { router } from './app/router';
import { resumeSession } from './graphql/session';
import { activate, preferredLanguage } from './i18n/i18n';

// The language, the session and the code of the first page load side by side; then everything shows at once.
const language = activate(preferredLanguage());
await resumeSession();
await Promise.all([language, router.load()]);

const place = document.getElementById('root');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <Root />
    </StrictMode>,
  );
}
