import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { MantineProvider } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { router } from './router';
import { readableColours, theme } from './theme';

/** Everything around the pages. */
export function Root() {
  return (
    <I18nProvider i18n={i18n}>
      <MantineProvider theme={theme} cssVariablesResolver={readableColours} defaultColorScheme="auto">
        <RouterProvider router={router} />
      </MantineProvider>
    </I18nProvider>
  );
}
