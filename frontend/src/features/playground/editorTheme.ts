import { useMonaco } from '@graphiql/react';
import { useEffect } from 'react';

/** Names of the editor's themes, by colour scheme. */
export const EDITOR_THEMES = { light: 'dmb-light', dark: 'dmb-dark' } as const;

type Scheme = keyof typeof EDITOR_THEMES;

const BASE = { light: 'vs', dark: 'vs-dark' } as const;

/** Colours by use: each readable on GraphiQL's grounds (#ffffff and #242424; WCAG AA asks for 4.5:1). */
const COLOURS = {
  light: {
    accent: '#12758a',
    wash: '#12758a19',
    box: '#ffffff',
    number: '#5c6773',
    comment: '#1b6b2f',
    argument: '#5552b8',
  },
  dark: {
    accent: '#76bcca',
    wash: '#76bcca19',
    box: '#242424',
    number: '#a3a9b1',
    comment: '#8cc28c',
    argument: '#a9a5ff',
  },
} as const;

function themeOf(scheme: Scheme) {
  const { accent, wash, box, number, comment, argument } = COLOURS[scheme];
  return {
    base: BASE[scheme],
    inherit: true,
    rules: [
      { token: 'comment', foreground: comment },
      { token: 'argument.identifier.gql', foreground: argument },
    ],
    colors: {
      'editor.background': '#ffffff00',
      'scrollbar.shadow': '#ffffff00',
      'editorLineNumber.foreground': number,
      'editorLineNumber.activeForeground': number,
      'editorLineNumber.dimmedForeground': number,
      'textLink.foreground': accent,
      'textLink.activeForeground': accent,
      'editorLink.activeForeground': accent,
      'editorHoverWidget.background': box,
      'editorWidget.background': box,
      'editorSuggestWidget.background': box,
      'editorSuggestWidget.selectedBackground': wash,
      'editorSuggestWidget.selectedForeground': accent,
      'quickInput.background': box,
      'menu.background': box,
      'menu.selectionBackground': wash,
      'menu.selectionForeground': accent,
      'list.hoverBackground': wash,
      'list.highlightForeground': accent,
      'list.focusHighlightForeground': accent,
      focusBorder: accent,
    },
  };
}

/** Gives GraphiQL's editors the page's colours once they are loaded. */
export function useEditorThemes(scheme: Scheme) {
  const monaco = useMonaco((state) => state.monaco);
  useEffect(() => {
    if (!monaco) return;
    for (const each of ['light', 'dark'] as const) monaco.editor.defineTheme(EDITOR_THEMES[each], themeOf(each));
    monaco.editor.setTheme(EDITOR_THEMES[scheme]);
  }, [monaco, scheme]);
}
