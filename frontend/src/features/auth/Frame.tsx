import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { chooseLanguage, LANGUAGES, type Language } from '../../i18n/i18n';
import classes from './Frame.module.css';

/** The frame of the pages before the sign-in. */
export function Frame({ title, footer, children }: { title: string; footer: ReactNode; children: ReactNode }) {
  const { i18n } = useLingui();
  useEffect(() => {
    document.title = `${title} · Dynamic Model Builder`;
  }, [title]);
  return (
    <div className={classes.frame}>
      <main className={classes.form}>
        <header className={classes.brand}>
          <img src="/icon.svg" alt="" width={28} height={28} />
          <Text span fw={600} size="lg">
            Dynamic Model Builder
          </Text>
        </header>
        <Title order={1}>{title}</Title>
        <Text c="var(--quiet)" mt={4} mb="lg">
          <Trans>Design tables, fill them with believable rows, take them away.</Trans>
        </Text>
        {children}
        <Text size="md" mt="lg">
          {footer}
        </Text>
      </main>
      <footer className={classes.languages}>
        {(Object.keys(LANGUAGES) as Language[]).map((language) => (
          <Anchor
            key={language}
            component="button"
            type="button"
            lang={language}
            size="sm"
            aria-current={i18n.locale === language || undefined}
            underline={i18n.locale === language ? 'always' : 'hover'}
            onClick={() => chooseLanguage(language)}
          >
            {LANGUAGES[language]}
          </Anchor>
        ))}
      </footer>
    </div>
  );
}
