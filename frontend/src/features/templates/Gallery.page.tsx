import { Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useQuery } from 'urql';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { RowSkeletons } from '../../ui/Skeletons';
import classes from './components/Gallery.module.css';
import { TemplateCard } from './components/TemplateCard';
import { type Template, Templates } from './operations';

const CreatePanel = lazy(() => import('./components/CreatePanel').then((module) => ({ default: module.CreatePanel })));

/** What do you want data for? Templates with a picture of their tables and some rows, or blank. */
export function GalleryPage() {
  const { t } = useLingui();
  const [{ data, error }, ask] = useQuery({ query: Templates });
  const [chosen, setChosen] = useState<Template | null>(null);
  return (
    <Page title={t`What do you want data for?`}>
      <Text c="var(--quiet)" mb="lg" maw="46rem">
        <Trans>
          A template is a set of tables that already know where their rows come from. Take the nearest one and change
          it, or start blank.
        </Trans>
      </Text>
      {error && !data ? <ErrorState error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} /> : null}
      {!data && !error ? <RowSkeletons rows={3} height={180} /> : null}
      {data ? (
        <div className={classes.gallery}>
          {data.templates.map((template) => (
            <TemplateCard key={template.id} template={template} onChoose={() => setChosen(template)} />
          ))}
        </div>
      ) : null}
      <Suspense fallback={null}>
        {chosen && data ? (
          <CreatePanel template={chosen} locales={data.locales} onClose={() => setChosen(null)} />
        ) : null}
      </Suspense>
    </Page>
  );
}
