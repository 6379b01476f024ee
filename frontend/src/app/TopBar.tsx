import { useLingui } from '@lingui/react/macro';
import { Kbd, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { AccountMenu } from './AccountMenu';
import { Breadcrumb } from './Breadcrumb';
import { RunningJobsRing } from './RunningJobsRing';
import classes from './Shell.module.css';

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The bar at the top: where you are, what runs, who you are. */
export function TopBar({ onSearch }: { onSearch: () => void }) {
  const { t } = useLingui();
  return (
    <header className={classes.top}>
      <Breadcrumb />
      <UnstyledButton
        className={classes.search}
        onClick={onSearch}
        aria-label={t`Search and commands`}
        aria-keyshortcuts="Control+K Meta+K"
      >
        <IconSearch size={15} aria-hidden />
        <span>
          <Kbd size="xs">{isMac ? '⌘ K' : 'Ctrl K'}</Kbd>
        </span>
      </UnstyledButton>
      <RunningJobsRing />
      <AccountMenu />
    </header>
  );
}
