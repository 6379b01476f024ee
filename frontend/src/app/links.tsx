import { ActionIcon, type ActionIconProps, Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type Html<Props> = Props & Omit<ComponentPropsWithRef<'a'>, keyof Props>;

function ButtonAnchor(props: Html<ButtonProps>) {
  return <Button component="a" {...props} />;
}

function PlainAnchor(props: Html<AnchorProps>) {
  return <Anchor component="a" {...props} />;
}

function IconAnchor(props: Html<ActionIconProps>) {
  return <ActionIcon component="a" {...props} />;
}

/** A link that looks like a button. Paths, parameters and search are checked by the router's types. */
export const ButtonLink = createLink(ButtonAnchor);

/** A link in a text. */
export const AnchorLink = createLink(PlainAnchor);

/** A link that is an icon: give it an `aria-label`. */
export const ActionIconLink = createLink(IconAnchor);
