import { Trans, useLingui } from '@lingui/react/macro';
import { useMantineColorScheme } from '@mantine/core';
import {
  IconCode,
  IconDeviceDesktop,
  IconLogout,
  IconMoon,
  IconSettings,
  IconSun,
  IconUser,
} from '@tabler/icons-react';
import { useSessionUser } from '../graphql/session';
import { chooseLanguage, LANGUAGES, type Language } from '../i18n/i18n';
import { ActionMenu, MenuItem, MenuLabel } from '../ui/ActionMenu';
import { MenuItemLink } from './MenuItemLink';
import { useSignOut } from './useSignOut';

/** Language, colours, account, sign out. */
export function AccountMenu() {
  const { t, i18n } = useLingui();
  const user = useSessionUser();
  const signOut = useSignOut();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const schemes = [
    { value: 'light', label: t`Light`, icon: <IconSun size={16} /> },
    { value: 'dark', label: t`Dark`, icon: <IconMoon size={16} /> },
    { value: 'auto', label: t`As the system`, icon: <IconDeviceDesktop size={16} /> },
  ] as const;
  return (
    <ActionMenu label={t`Account, language and colours`} icon={<IconUser size={18} />} size="lg">
      <MenuLabel>{user?.email}</MenuLabel>
      <MenuItemLink to="/account" icon={<IconSettings size={16} />}>
        <Trans>Settings</Trans>
      </MenuItemLink>
      <MenuItemLink to="/graphiql" icon={<IconCode size={16} />}>
        <Trans>Playground</Trans>
      </MenuItemLink>
      <MenuLabel>
        <Trans>Colours</Trans>
      </MenuLabel>
      {schemes.map(({ value, label, icon }) => (
        <MenuItem key={value} icon={icon} chosen={colorScheme === value} onSelect={() => setColorScheme(value)}>
          {label}
        </MenuItem>
      ))}
      <MenuLabel>
        <Trans>Language</Trans>
      </MenuLabel>
      {(Object.keys(LANGUAGES) as Language[]).map((language) => (
        <MenuItem
          key={language}
          lang={language}
          chosen={i18n.locale === language}
          onSelect={() => void chooseLanguage(language)}
        >
          {LANGUAGES[language]}
        </MenuItem>
      ))}
      <MenuLabel>{null}</MenuLabel>
      <MenuItem icon={<IconLogout size={16} />} onSelect={() => void signOut()}>
        <Trans>Sign out</Trans>
      </MenuItem>
    </ActionMenu>
  );
}
