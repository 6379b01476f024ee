import { useParams, useRouterState } from '@tanstack/react-router';

/** Where the page is: read from the address by everything in the shell. */
export type Place = { projectId: string | undefined; tableId: string | undefined; section: Section };

export type Section =
  | 'projects'
  | 'new'
  | 'tables'
  | 'migrate'
  | 'generate'
  | 'data'
  | 'exports'
  | 'jobs'
  | 'account'
  | 'graphiql';

const SECTIONS = new Set<string>(['migrate', 'generate', 'data', 'exports', 'jobs', 'account', 'graphiql']);

function sectionOf(path: string): Section {
  const [, first = '', second, third] = path.split('/');
  if (first !== 'projects') return SECTIONS.has(first) ? (first as Section) : 'projects';
  if (second === undefined || second === '') return 'projects';
  if (second === 'new') return 'new';
  return third !== undefined && SECTIONS.has(third) ? (third as Section) : 'tables';
}

/** The project, the table and the section that the address names. */
export function usePlace(): Place {
  const params = useParams({ strict: false });
  const path = useRouterState({ select: (state) => state.location.pathname });
  return { projectId: params.projectId, tableId: params.tableId, section: sectionOf(path) };
}
