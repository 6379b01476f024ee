import { useMonaco } from '@graphiql/react';
import { useEffect } from 'react';

/** Names of the editor's themes, by colour scheme. */
export const EDITOR_THEMES = { light: 'dmb-light', dark: 'dmb-dark' } as const;

type Scheme = keyof typeof EDITOR_THEMES;

const BASE = { light: 'vs', dark: 'vs-dark' } as const;

/** Colours by use: each readable on GraphiQL's grounds (light #ffffff and #f1f2f4, dark #242424 and #2d302f; WCAG AA asks for 4.5:1). */
const COLOURS = {
  light: {
    accent: '#12758a',
    wash: '#12758a19',
    box: '#ffffff',
    line: '#5c6773',
    number: '#0a6b45',
    comment: '#1b6b2f',
    argument: '#5552b8',
  },
  dark: {
    accent: '#76bcca',
    wash: '#76bcca19',
    box: '#242424',
    line: '#a3a9b1',
    number: '#b5cea8',
    comment: '#8cc28c',
    argument: '#a9a5ff',
  },
} as const;

function themeOf(scheme: Scheme) {
  const { accent, wash, box, line, number, comment, argument } = COLOURS[scheme];
  return {
    base: BASE[scheme],
    inherit: true,
    rules: [
      { token: 'comment', foreground: comment },
      { token: 'number', foreground: number },
      { token: 'argument.identifier.gql', foreground: argument },
    ],
    colors: {
      'editor.background': '#ffffff00',
      'scrollbar.shadow': '#ffffff00',
      'editorLineNumber.foreground': line,
      'editorLineNumber.activeForeground': line,
      'editorLineNumber.dimmedForeground': line,
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
